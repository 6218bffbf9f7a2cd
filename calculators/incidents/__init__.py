"""The Measures on reporting network security incidents (《国家网络安全事件报告管理办法》) and the official Q&A on them."""
