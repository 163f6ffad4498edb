#!/bin/sh
# Makes screenshots/tour.gif of the screenshots, which ScreenshotTest takes of the real window. Needs imagemagick.
set -eu
cd "$(dirname "$0")/../screenshots"
convert -delay 220 -loop 0 welcome-light.png classify-light.png grid-light.png prompts-light.png duel-light.png \
    models-light.png classify-dark.png -resize 1000x -dither None -colors 128 -layers Optimize tour.gif
ls -l tour.gif
