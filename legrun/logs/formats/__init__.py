"""The formats that legrun reads: one module each, with a constant ``FORMATS``."""
