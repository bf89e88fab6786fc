"""The Permissions-Policy header: what browsers switch off."""

# Off, for this site and for whatever it frames. Left out: clipboard-write and web-share, by which people quote a page.
SWITCHED_OFF = [
    *("accelerometer", "autoplay", "camera", "clipboard-read", "display-capture", "encrypted-media"),
    *("fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection"),
    *("keyboard-map", "local-fonts", "magnetometer", "microphone", "midi", "payment"),
    *("picture-in-picture", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock"),
    *("serial", "storage-access", "sync-xhr", "usb", "window-management", "xr-spatial-tracking"),
]
