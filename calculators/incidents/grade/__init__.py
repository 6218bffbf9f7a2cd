"""The grade of an incident."""
