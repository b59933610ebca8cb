"""A spec as data and as text: read with places, addressed, selected, edited without touching the rest."""
