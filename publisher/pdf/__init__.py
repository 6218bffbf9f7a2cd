"""The works as PDF files, one a work and way of reading (Chinese, English, both), typeset with WeasyPrint."""
