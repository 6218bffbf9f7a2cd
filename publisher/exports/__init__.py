"""The works as files for machines: JSON, plain text, Akoma Ntoso; made from the same data as the pages."""
