"""Reading the register; nothing here changes a row."""

from lms.people.queries.register import (
    Order,
    PersonLine,
    RegisterPage,
    Search,
    by_service_number,
    categories,
    category,
    category_by_id,
    organisations,
    person,
    register_page,
)

__all__ = [
    "Order",
    "PersonLine",
    "RegisterPage",
    "Search",
    "by_service_number",
    "categories",
    "category",
    "category_by_id",
    "organisations",
    "person",
    "register_page",
]
