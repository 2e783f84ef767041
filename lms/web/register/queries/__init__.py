"""Reading doubts, records and what stands behind them; nothing here changes a row."""
