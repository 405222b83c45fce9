// Tells the club's counter that a page was opened; without it, nothing is missing.
navigator.sendBeacon?.("https://stats.example.org/count", location.pathname);
