"""The interface for programs: figures and the facts behind them, by token, never by cookie."""
