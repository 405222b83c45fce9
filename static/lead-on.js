// Leads from a former address of a briefing to where it is now, with what stands behind the # in the address.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
