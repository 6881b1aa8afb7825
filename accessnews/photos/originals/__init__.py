"""What people decided, in the photos that a desk keeps: all else in their files stays as it is to the byte."""
