"""What people read: records as text and Markdown, the ledger in a terminal, figures over many records."""
