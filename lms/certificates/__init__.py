"""Certificates: issue, drawing, numbers and public verification."""
