// Nothing but imports, which collectstatic puts in their place: a page asks for one script of its own.
import "./waiting.js";
import "./comparison.js";
import "./share.js";
