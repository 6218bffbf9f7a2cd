"""The Provisions on network product vulnerabilities (《网络产品安全漏洞管理规定》)."""
