package clipscope.prompt.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.prompt.PromptTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateImportTest {

    @Test
    void linesAreTemplatesWhateverTheirPlaceIsCalled() {
        TemplateImport read = TemplateImport.parse("""
                # mine
                a photo of a {}.
                - a {label} outdoors
                2. "a sketch of the { class_name }",
                nothing here
                a photo of a {}.
                """);

        assertEquals(List.of("a photo of a {}.", "a {} outdoors", "a sketch of the {}"), texts(read));
        assertEquals(List.of(new TemplateImport.Skipped("nothing here", "no {} for the label")), read.skipped());
    }

    @Test
    void pythonListsOfStringsAndLambdasAreRead() {
        TemplateImport read = TemplateImport.parse("""
                templates = [
                    lambda c: f'a photo of a {c}.',   # it's the usual one
                    lambda c: f"somebody's {c}",
                    'it\\'s a {}',
                    "a photo " "of {}",
                    r'a {}',
                    lambda c: f'a {c.lower()}!',
                ]
                """);

        assertEquals(List.of("a photo of a {}.", "somebody's {}", "it's a {}", "a photo of {}", "a {}"), texts(read));
        assertEquals(1, read.skipped().size());
        assertTrue(read.skipped().getFirst().reason().contains("never run"));
    }

    @Test
    void markdownGivesClassesAndTemplatesOfItsBlocks() {
        TemplateImport read = TemplateImport.parse("""
                ## Birds

                Don't mind the apostrophe's.

                ```bash
                classes = [
                    'crane',
                    "bird's nest",
                ]

                templates = [
                    'a photo of a {}, a type of bird.',
                ]
                ```
                """);

        assertEquals(List.of("crane", "bird's nest"), read.labels());
        assertEquals(List.of("a photo of a {}, a type of bird."), texts(read));
        assertEquals(List.of(), read.skipped());
    }

    /// 2,000 are taken; the reasons of a few are enough, but the number is that of all.
    @Test
    void allThatIsLeftOutIsCounted() {
        String many = IntStream.range(0, 20_000).mapToObj(i -> "a {} " + i).collect(Collectors.joining("\n"));

        TemplateImport read = TemplateImport.parse(many);

        assertEquals(2_000, read.templates().size());
        assertEquals(18_000, read.leftOut());
        assertEquals("a {} 2000", read.skipped().getFirst().text());
    }

    @Test
    void jsonListsAndObjectsAreRead() {
        assertEquals(List.of("a {}", "é {}"), texts(TemplateImport.parse("[\"a {}\", \"\\u00e9 {label}\"]")));

        TemplateImport object = TemplateImport.parse("{\"classes\": [\"cat\"], \"templates\": [\"the {}\"]}");

        assertEquals(List.of("cat"), object.labels());
        assertEquals(List.of("the {}"), texts(object));
    }

    @Test
    void doubledBracesOfAnFStringAreBraces() {
        assertEquals(List.of("{x} {}"), texts(TemplateImport.parse("[f'{{x}} {c}']")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "['",
                "[\"\\",
                "[f'{",
                "[f'{c",
                "```",
                "```\n```",
                "lambda",
                "['\\u12",
                "[[[[[['{}'",
                "]]]]'{}'",
                "\"\"\"",
                "['{}'",
                "templates = ['''",
                "f",
                "[rb'{}",
                "\u0000[''",
                "['\ud800{}']"
            })
    void brokenTextsAreReadAsFarAsTheyGo(String text) {
        TemplateImport read = TemplateImport.parse(text);

        assertTrue(read.templates().stream().allMatch(PromptTemplate::hasPlace));
    }

    @Test
    void codeIsDataHoweverItLooks() {
        TemplateImport read = TemplateImport.parse("""
                ['a {}', __import__('os').system('touch {}'), f'{open("x").read()}', eval('{}')]
                """);

        assertEquals(List.of("a {}", "touch {}", "{}"), texts(read));
    }

    @Test
    void noiseAndHugeTextsEndSoon() {
        Random random = new Random(5);
        String signs = "[]{}'\"\\#\n`flambda: =,%s";
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            noise.append(signs.charAt(random.nextInt(signs.length())));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TemplateImport.parse(noise.toString()));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TemplateImport.parse("['a' ".repeat(100_000)));

        assertEquals(List.of(), texts(TemplateImport.parse("a {}\n".repeat(300_000))));
        String many = String.join(
                "\n",
                java.util.stream.IntStream.range(0, 5_000)
                        .mapToObj(i -> i + "x {}")
                        .toList());
        assertEquals(
                TemplateImport.MAX_TEMPLATES,
                TemplateImport.parse(many).templates().size());
    }

    private static List<String> texts(TemplateImport read) {
        return read.templates().stream().map(PromptTemplate::text).toList();
    }
}
