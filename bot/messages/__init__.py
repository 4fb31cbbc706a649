"""Every sentence and block that a person reads. Pure: now, zone and language are arguments."""
