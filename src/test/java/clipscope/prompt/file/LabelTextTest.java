package clipscope.prompt.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['cat', \"dog's ball\", 'crane, a bird']",
                "classes = [\n    'cat', # not 'this'\n    \"dog's ball\",\n    'crane, a bird',\n]\n",
                "('cat', \"dog's ball\", 'crane, a bird')",
                "{0: 'cat',\n 1: \"dog's ball\",\n 2: 'crane, a bird'}",
                "[\"cat\", \"dog's ball\", \"crane, a bird\"]",
                "{\"labels\": [\"cat\", \"dog's ball\", \"crane, a bird\"], \"source\": \"a zoo\"}",
                "{\"0\": \"cat\", \"1\": \"dog's ball\", \"2\": \"crane, a bird\"}",
                "[\"cat\", \"dog\\u0027s ball\", \"crane, a bird\"]",
                "'cat',\n\"dog's ball\",\n'crane, a bird',\n",
                "templates = ['a {}']\nclassnames = ['cat', \"dog's ball\", 'crane, a bird']",
                "- cat\n- dog's ball\n- crane, a bird\n",
                "# Labels\r\n\r\n1. cat\r\n2. dog's ball\r\n3) crane, a bird\r\n",
                "- **cat**\n- `dog's ball`\n- *crane, a bird*",
                "* [ ] cat\n* [x] dog's ball\n\n## More\n+ crane, a bird",
            })
    void listsThatPeopleHaveAreRead(String text) {
        assertEquals(Optional.of(List.of("cat", "dog's ball", "crane, a bird")), LabelText.listed(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cat",
                "cat, dog\nfish",
                "- cat",
                "- cat\ndog",
                "# only a heading",
                "it's a cat, a dog's ball",
                "(red) cat, [old] dog",
                "-5 degrees\n-3 degrees",
                "[]",
                "['",
                "a = b",
            })
    void whatIsNoListIsLeftToOthers(String text) {
        assertEquals(Optional.empty(), LabelText.listed(text));
    }

    @Test
    void whatTheListsHoldIsTrimmedAndNotRepeated() {
        assertEquals(Optional.of(List.of("cat", "a b")), LabelText.listed("[' cat ', 'cat', '', 'a\\nb']"));
    }
}
