import "./waiting.js";
import "./texts.js";
