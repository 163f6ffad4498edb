package clipscope.clip.text.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules of published tokenizers, and rules over which native code ended the program when it was tried.
class TokenizerRulesTest {

    private static final int UNITS = 512;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            null ; 0
            {"type": "Sequence", "normalizers": [{"type": "NFC"}, {"type": "Replace", "pattern": {"Regex": "\\\\s+"}, "content": " "}, {"type": "Lowercase"}]} ; 0
            {"type": "Sequence", "pretokenizers": [{"type": "Split", "pattern": {"Regex": "'s|'t|[\\\\p{L}]+|[\\\\p{N}]|[^\\\\s\\\\p{L}\\\\p{N}]+"}}, {"type": "ByteLevel"}]} ; 0
            {"type": "Split", "pattern": {"Regex": "'s| ?\\\\p{L}+| ?\\\\p{N}+| ?[^\\\\s\\\\p{L}\\\\p{N}]+|\\\\s+(?!\\\\S)|\\\\s+"}} ; 0
            {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": "x"} ; 0
            {"type": "Replace", "pattern": {"String": " "}, "content": "x"} ; 0
            {"type": "RobertaProcessing", "sep": ["<|endoftext|>", 49407], "cls": ["<|startoftext|>", 49406]} ; 49408
            {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}], "pair": [{"Sequence": {"id": "A"}}, {"Sequence": {"id": "B"}}], "special_tokens": {"<s>": {"id": "<s>", "ids": [7], "tokens": ["<s>"]}}} ; 8
            """)
    void rulesOfPublishedTokenizersAreFollowed(String json, long ids) throws Exception {
        assertEquals(ids, check(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"type": "FixedLength", "length": 0} ; unknown kind FixedLength
            {"length": 5} ; unknown kind
            {"type": "Sequence", "processors": [{"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "Z"}}], "pair": []}]} ; the unknown Z
            {"type": "TemplateProcessing", "single": [{"Sequence": {"id": "B"}}], "pair": []} ; the unknown B
            {"type": "TemplateProcessing", "single": [{}], "pair": []} ; the unknown
            {"type": "TemplateProcessing", "pair": []} ; no list
            {"type": "Precompiled", "precompiled_charsmap": "!!!!"} ; base 64
            {"type": "Precompiled", "precompiled_charsmap": ""} ; beyond its end
            {"type": "Precompiled", "precompiled_charsmap": "AAA="} ; beyond its end
            {"type": "Precompiled", "precompiled_charsmap": "/////wAAAAA="} ; beyond its end
            {"type": "Precompiled", "type": "NFC"} ; says twice
            """)
    void rulesThatGoWrongAreRefused(String json, String fault) {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> check(json));

        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(fault), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(w+s?)+$",
                "(?=(w+s?)+$)",
                "(a|a|b)*$",
                "(w+s?)*+$",
                "w*w*w*$",
                "(w+)\\1",
                "(?<x>a\\g<x>)",
                "(a+|b)(a+|b)(a+|b)",
                "(a){2,}",
                "(?~x)",
                "[[:alpha:]]+[x+]*"
            })
    void patternsThatMayTakeForEverAreRefused(String pattern) {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> PatternCost.check(pattern));

        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("a pattern that may take for ever"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[+*]+", "\\++", "[^\\]+]+|x*", "a{2,3}|b+?|(c|d)", "\\p{L}+", "[", "\\", "a{"})
    void simplePatternsAreNot(String pattern) {
        PatternCost.check(pattern);
    }

    @Test
    void rulesWithoutEndAreRefused() {
        String many = "{\"type\": \"Sequence\", \"normalizers\": [" + "{},".repeat(30_000) + "{}]}";

        assertThrows(IllegalStateException.class, () -> check(many));
    }

    /// "a" leads to the text at a place; what no byte leads to may hold anything.
    @Test
    void aMapOfCharactersIsFollowedAsFarAsItLeads() throws Exception {
        assertEquals(0, check(map(0, "x\0", 5 << 10)));
        assertEquals(0, check(map(2, "x\0", 0x7fff_ffff << 10)));
    }

    @Test
    void aMapOfCharactersThatLeadsBeyondItsEndIsRefused() {
        assertThrows(IllegalStateException.class, () -> check(map(3, "x\0", 0)), "a text beyond the last");
        assertThrows(IllegalStateException.class, () -> check(map(1, "\u00e9\0", 0)), "half a character");
        ByteBuffer far = ByteBuffer.allocate(Integer.BYTES * 2).order(ByteOrder.LITTLE_ENDIAN);
        far.putInt(Integer.BYTES).putInt(0xffff_ffff);
        assertThrows(IllegalStateException.class, () -> check(precompiled(far.array())), "a base beyond the array");
    }

    /// A trie in which "a" leads from the root, whose children lie at 256, to a leaf.
    private static String map(int value, String texts, int unused) {
        byte[] bytes = texts.getBytes(StandardCharsets.UTF_8);
        ByteBuffer map =
                ByteBuffer.allocate(Integer.BYTES * (1 + UNITS) + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
        map.putInt(Integer.BYTES * UNITS);
        for (int i = 0; i < UNITS; i++) {
            map.putInt(unused & ~0xff); // a label of 0, which nothing leads to
        }
        int child = 256 + 'a';
        int leaf = 511;
        unit(map, 0, 256 << 10);
        unit(map, child, 'a' | 1 << 8 | (child ^ leaf) << 10);
        unit(map, leaf, value);
        map.position(Integer.BYTES * (1 + UNITS));
        return precompiled(map.put(bytes).array());
    }

    private static void unit(ByteBuffer map, int place, int unit) {
        map.putInt(Integer.BYTES * (1 + place), unit);
    }

    private static String precompiled(byte[] map) {
        return "{\"type\": \"Precompiled\", \"precompiled_charsmap\": \"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(map));
    }

    private static long check(String json) throws IOException {
        return TokenizerRules.check(new JsonReader(new StringReader(json)));
    }
}
