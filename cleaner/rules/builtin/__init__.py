"""Rules in Python, for what structure decides. One rule a module, named `RULE`; copy one to add one."""
