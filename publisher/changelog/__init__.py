"""What has changed, for readers and their programmes; the addresses that stay."""
