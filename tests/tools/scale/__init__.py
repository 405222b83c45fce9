"""What very many briefings would take, computed from what fewer were measured to take. See docs/."""
