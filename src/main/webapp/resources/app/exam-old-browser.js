/* Only browsers without modules (the compatibility mode of dual-engine browsers) run this: they get a sentence, not a
   page that waits for ever. */
document.getElementById("wait").style.display = "none";
document.getElementById("old-browser").removeAttribute("hidden");
