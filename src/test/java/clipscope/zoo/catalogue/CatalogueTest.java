package clipscope.zoo.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.MachineSpeed;
import clipscope.language.Language;
import clipscope.language.Spoken;
import clipscope.problem.ProblemException;
import clipscope.zoo.catalogue.ModelSource.RemoteFile;
import clipscope.zoo.catalogue.ModelSource.Repo;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final Path BUNDLED = Path.of("models/catalog.json");

    @TempDir
    private Path folder;

    @Test
    void theBundledOneNamesTheCheckpointsPeopleUse() throws Exception {
        Catalogue catalogue = Catalogue.read(BUNDLED);

        assertTrue(catalogue.models().size() >= 20, "only " + catalogue.models().size());
        CatalogueModel b32 = catalogue.find("openai-vit-b-32").orElseThrow();
        assertEquals(new Repo("openai/clip-vit-base-patch32", "main", Optional.empty()), b32.source());
        assertEquals(63.3, b32.facts().imageNet().orElseThrow()); // table 11 of Radford et al. 2021: 63.2
        assertEquals(605e6, (double) b32.facts().weightBytes().orElseThrow(), 1e6); // as Hugging Face shows its file
        for (CatalogueModel model : catalogue.models()) {
            assertFalse(
                    model.goodFor().isEmpty()
                            || model.licence().isEmpty()
                            || model.by().isEmpty(),
                    model::id);
        }
    }

    /// The hash stands in the address of each of OpenAI's archives.
    @Test
    void hashesAreThoseThatOpenAiPublished() throws Exception {
        for (CatalogueModel model : Catalogue.read(BUNDLED).models()) {
            if (model.source() instanceof ModelSource.Files(List<RemoteFile> files)) {
                RemoteFile archive = files.getFirst();
                assertTrue(archive.url().getPath().contains(archive.sha256().orElseThrow()), model::id);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"models\": 3}",
                "{\"models\": [3]}",
                "{\"models\": [{\"id\": \"../x\", \"repo\": \"a/b\"}]}",
                "{\"models\": [{\"id\": \"x1\"}]}",
                "{\"models\": [{\"id\": \"x1\", \"repo\": \"../b\"}]}",
                "{\"models\": [{\"id\": \"x1\", \"files\": [{\"url\": \"file:///etc/passwd\"}]}]}",
                "{\"models\": [{\"id\": \"x1\", \"files\": [{\"url\": \"https://a.org/..\"}]}]}",
                "{\"models\": [{\"id\": \"x1\", \"repo\": \"a/b\"}, {\"id\": \"x1\", \"repo\": \"a/c\"}]}"
            })
    void nonsenseIsRefused(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("catalog.json"), text);

        assertThrows(ProblemException.class, () -> Catalogue.read(file));
    }

    @Test
    void whatAModelIsGoodForIsSaidInTheLanguageSpoken() throws Exception {
        Path file = Files.writeString(folder.resolve("catalog.json"), """
                {"models": [
                  {"id": "x1", "repo": "a/b", "goodFor": "clothes", "in": {"de": {"goodFor": "Kleidung"}}},
                  {"id": "x2", "repo": "a/c", "goodFor": "streets", "in": {"de": 3}}]}
                """);

        try (Spoken _ = new Spoken(Language.GERMAN)) {
            assertEquals(List.of("Kleidung", "streets"), goodFor(file));
        }
        assertEquals(List.of("clothes", "streets"), goodFor(file));
    }

    @Test
    void everyBundledModelIsDescribedInGermanToo() throws Exception {
        List<String> english = goodFor(BUNDLED);
        try (Spoken _ = new Spoken(Language.GERMAN)) {
            List<String> german = goodFor(BUNDLED);

            for (int i = 0; i < english.size(); i++) {
                assertNotEquals(english.get(i), german.get(i));
            }
        }
    }

    private static List<String> goodFor(Path catalogue) throws Exception {
        return Catalogue.read(catalogue).models().stream()
                .map(CatalogueModel::goodFor)
                .toList();
    }

    @Test
    void whatIsNoNumberIsNotKnown() throws Exception {
        Path file = Files.writeString(
                folder.resolve("catalog.json"),
                "{\"models\": [{\"id\": \"x1\", \"repo\": \"a/b\", \"imageNet\": \"high\", \"pixels\": -3}]}");

        assertEquals(
                CatalogueModel.Facts.UNKNOWN,
                Catalogue.read(file).models().getFirst().facts());
    }

    @ParameterizedTest
    @CsvSource({
        "openai/clip-vit-base-patch32, openai--clip-vit-base-patch32",
        "' laion/CLIP-ViT-B-32@v1 ', laion--CLIP-ViT-B-32",
        "https://huggingface.co/laion/CLIP-ViT-B-32, laion--CLIP-ViT-B-32",
        "https://huggingface.co/laion/CLIP-ViT-B-32/tree/v2, laion--CLIP-ViT-B-32",
        "https://example.org/files/RN50.pt, RN50"
    })
    void whatAPersonTypesIsUnderstood(String typed, String id) {
        assertEquals(id, ModelAddress.parse(typed).orElseThrow().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "model", "a/b/c", "../b", "a/..", "https://example.org/", "ftp://a.org/x.pt", "a b/c"})
    void whatIsNeitherRepositoryNorAddressIsNot(String typed) {
        assertEquals(Optional.empty(), ModelAddress.parse(typed));
    }

    @Test
    void aPageOfAnotherHubIsAskedThere() {
        assertEquals(
                new Repo("a/b", "main", Optional.of(URI.create("http://127.0.0.1:8080/"))),
                ModelAddress.parse("http://127.0.0.1:8080/a/b").orElseThrow().source());
    }

    @Test
    void ownModelsAreKept() throws Exception {
        OwnModels own = new OwnModels(folder.resolve("new/own.json"));
        CatalogueModel repo =
                ModelAddress.parse("https://mirror.example.org/a/b").orElseThrow();
        CatalogueModel file = ModelAddress.parse("https://example.org/RN50.pt").orElseThrow();

        own.add(repo);
        own.add(file);
        own.add(repo);

        assertEquals(List.of(repo.source(), file.source()), sources(own));
        own.remove(repo.id());
        assertEquals(List.of(file.source()), sources(own));
        Files.writeString(own.file(), "{");
        assertEquals(List.of(), own.read());
    }

    private static List<ModelSource> sources(OwnModels own) {
        return own.read().stream().map(CatalogueModel::source).toList();
    }

    /// 40 GFLOP/s in float32: 36 of ViT-B/32's 8.82, so 4.1 a second; B/16's 35.13 take four times as long.
    @Test
    void speedIsThatOfTheMachineOverTheWorkOfTheNetwork() throws Exception {
        Fitness fitness = new Fitness(OptionalLong.empty(), Optional.of(new MachineSpeed(40e9, 20e9)));
        Catalogue catalogue = Catalogue.read(BUNDLED);

        assertEquals(4.08, rate(fitness, catalogue, "openai-vit-b-32"), 0.01);
        assertEquals(1.02, rate(fitness, catalogue, "openai-vit-b-16"), 0.01);
        assertTrue(fitness.imagesPerSecond(catalogue.find("tinyclip-8m-16").orElseThrow())
                .isEmpty());
    }

    private static double rate(Fitness fitness, Catalogue catalogue, String id) {
        return fitness.imagesPerSecond(catalogue.find(id).orElseThrow()).orElseThrow();
    }

    @Test
    void recommendedIsWhatNothingElseBeatsAndWhatFits() throws Exception {
        List<CatalogueModel> all = Catalogue.read(BUNDLED).models();
        Fitness small = new Fitness(OptionalLong.of(4_000_000_000L), Optional.of(new MachineSpeed(390e9, 2130e9)));

        List<String> ids =
                small.recommended(all).stream().map(CatalogueModel::id).toList();

        // imageNet and work: 67.7 with 8.8, 72.8 with 11.5, 76.2 with 35.1, 79.1 with 46.8; the next takes 3 GB
        assertEquals(
                Set.of("metaclip-vit-b-32", "datacomp-vit-b-32-256", "dfn-vit-b-16"), Set.copyOf(ids.subList(0, 3)));
        assertFalse(ids.contains("openai-vit-b-32"), "MetaCLIP's is as quick and more accurate");
        assertFalse(ids.contains("dfn-vit-h-14-378"), "it takes 6.3 GB of 4");
        assertFalse(ids.contains("dfn-vit-l-14"), "it takes 3 GB, more than half of 4");
    }
}
