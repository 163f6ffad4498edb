/// The rules in a tokenizer's file, looked at before native code follows them.
@NullMarked
package clipscope.clip.text.rule;

import org.jspecify.annotations.NullMarked;
