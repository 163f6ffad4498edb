#!/bin/sh
# Fetches what the bundled model is trained on: icon sets and fonts, as npm packages of pinned versions.
# Needed to train it again, never to build or test. Usage: packaging/fetch-drawings.sh [FOLDER]
#
# Licences: noto, noto-v1, fxemoji Apache-2.0; twemoji, emojione, emojione-monotone CC-BY-4.0; fluent-emoji,
# fluent-emoji-flat, fluent-emoji-high-contrast MIT. Fonts: OFL-1.1, but for ubuntu (UFL-1.0), permanent-marker and
# special-elite (Apache-2.0). fxemoji, emojione-monotone and fluent-emoji-high-contrast are for examination alone.
set -eu
folder=${1:-target/drawings}

fetch() { # scope, kind, package@version
    into="$folder/$2/${3%@*}"
    [ -f "$into/package.json" ] && return
    mkdir -p "$into"
    (cd "$into" && archive=$(npm pack --silent "$1/$3") && tar xzf "$archive" --strip-components=1 && rm "$archive")
    echo "$into"
}

for icons in noto@1.2.9 noto-v1@1.2.5 twemoji@1.2.5 fluent-emoji-flat@1.2.6 fluent-emoji@1.2.7 emojione@1.2.3 \
    fxemoji@1.2.2 emojione-monotone@1.2.1 fluent-emoji-high-contrast@1.2.6; do
    fetch @iconify-json icons "$icons"
done
for font in roboto@0.4.3 open-sans@0.4.2 lora@0.4.2 merriweather@0.4.2 playfair-display@0.4.2 oswald@0.4.2 \
    comic-neue@0.4.1 courier-prime@0.4.1 pacifico@0.4.1 caveat@0.4.2 bangers@0.4.1 lobster@0.4.1 \
    permanent-marker@0.4.0 press-start-2p@0.4.1 special-elite@0.4.1 inconsolata@0.4.2 abril-fatface@0.4.1 \
    josefin-sans@0.4.2 ubuntu@0.4.1 bitter@0.4.2 quicksand@0.4.1 anton@0.4.2 righteous@0.4.1 \
    shadows-into-light@0.4.1 indie-flower@0.4.1 creepster@0.4.0; do
    fetch @expo-google-fonts fonts "$font"
done
