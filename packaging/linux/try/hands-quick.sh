# Part of hands.sh: what takes seconds, for verify.

check "a picture dragged from PCManFM onto the first page" drops 1 50 60 01
check "a picture pasted from xclip" pastes_pictures 1 image/png "$samples"/02-*.png
check "a label typed" typed_label "cat" '["cat"]'
shot quick
