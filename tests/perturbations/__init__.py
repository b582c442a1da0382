"""What newsrooms, scrapers and spinners do to a story, each as a seeded function of its text."""
