"""Tables in files: CSV, XLSX, XLS and ODS read into plain rows, CSV and XLSX written from them."""
