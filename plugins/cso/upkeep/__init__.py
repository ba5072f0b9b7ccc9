"""Keeping facts true: confirming and withdrawing contacts, telling what is due, looking after links."""
