"""Tables in files: CSV, XLSX and ODS read into plain rows, CSV and XLSX written from them."""
