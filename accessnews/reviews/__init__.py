"""What people decide about pictures: on disk, in a terminal, in a spreadsheet."""
