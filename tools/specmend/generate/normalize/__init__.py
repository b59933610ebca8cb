"""Makes a sanitized document ready for the generators; mends no fault of the document."""
