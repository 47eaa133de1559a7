package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  private static final String TEXT = "log.test\n5\nAAAA\n";

  private static void requireSigned(String note, NoteKey key) throws RefusedException {
    SignedNote.parse(note).requireSignedBy(key);
  }

  private static void refuses(String note, NoteKey key, FailureClass... kinds) {
    assertThatThrownBy(() -> requireSigned(note, key))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(kinds).contains(e.kind()));
  }

  @ValueSource(strings = {"Ed25519", "RSA", "secp256r1", "secp384r1", "secp521r1"})
  @ParameterizedTest
  void keysOfEveryKindSignNotes(String kind) throws RefusedException {
    MadeLog log = MadeLog.tiles("log.test", kind);
    NoteKey key = NoteKey.of("log.test", MadeLog.key(log.pair()));
    String note = TEXT + "\n" + log.line("log.test", TEXT);
    requireSigned(note, key);
    refuses(note.replace("5", "6"), key, FailureClass.LOG);
    refuses(TEXT + "\n" + log.line("other.test", TEXT), key, FailureClass.LOG);
    MadeLog other = MadeLog.tiles("log.test", kind);
    refuses(TEXT + "\n" + other.line("log.test", TEXT), key, FailureClass.LOG);
  }

  @Test
  void noBitOfTheSignedTextOrTheSignatureMayChange() throws RefusedException {
    MadeLog log = MadeLog.tiles("log.test", "Ed25519");
    NoteKey key = NoteKey.of("log.test", MadeLog.key(log.pair()));
    String note = TEXT + "\n" + log.line("log.test", TEXT);
    List<String> changed = Entries.flips(note);
    assertThat(changed.size()).isGreaterThan(700);
    for (String each : changed) {
      refuses(each, key, FailureClass.LOG, FailureClass.PARSE);
    }
    for (int length = 0; length < note.length(); length++) {
      refuses(note.substring(0, length), key, FailureClass.LOG, FailureClass.PARSE);
    }
  }

  @Test
  void theLogsOwnLineMayStandAnywhere() throws RefusedException {
    MadeLog log = MadeLog.tiles("log.test", "Ed25519");
    NoteKey key = NoteKey.of("log.test", MadeLog.key(log.pair()));
    List<String> lines = new ArrayList<>();
    lines.add(log.line("log.test", TEXT));
    lines.add(MadeLog.tiles("witness.test", "Ed25519").line("witness.test", TEXT));
    lines.add(MadeLog.tiles("log.test", "secp256r1").line("log.test", TEXT));
    lines.add("\u2014 witness.test/w1 " + Bytes.hex("010203040506").toBase64() + "\n");
    for (int i = 0; i < lines.size(); i++) {
      Collections.rotate(lines, 1);
      requireSigned(TEXT + "\n" + String.join("", lines), key);
    }
    String own = log.line("log.test", TEXT);
    lines.removeIf(own::equals);
    refuses(TEXT + "\n" + String.join("", lines), key, FailureClass.LOG);
  }

  /// One wrong line of the known key spoils the note, even beside a right one.
  @Test
  void aWrongLineOfTheKnownKeySpoilsTheNote() throws RefusedException {
    MadeLog log = MadeLog.tiles("log.test", "Ed25519");
    NoteKey key = NoteKey.of("log.test", MadeLog.key(log.pair()));
    String right = log.line("log.test", TEXT);
    String wrong = log.line("log.test", TEXT + "x\n");
    requireSigned(TEXT + "\n" + right + right, key);
    refuses(TEXT + "\n" + right + wrong, key, FailureClass.LOG);
    refuses(TEXT + "\n" + wrong + right, key, FailureClass.LOG);
  }

  @Test
  void signaturesAreThoseBelowTheLastBlankLine() throws RefusedException {
    MadeLog log = MadeLog.tiles("log.test", "Ed25519");
    NoteKey key = NoteKey.of("log.test", MadeLog.key(log.pair()));
    String inner = TEXT + "\n" + log.line("log.test", TEXT);
    refuses(inner + "\n" + log.line("log.test", TEXT), key, FailureClass.LOG);
    String outer = inner + "\n" + log.line("log.test", inner);
    assertThat(SignedNote.parse(outer).text()).isEqualTo(inner);
    requireSigned(outer, key);
  }

  @Test
  void aHundredLinesAreReadAndMoreAreRefused() throws RefusedException {
    MadeLog log = MadeLog.tiles("log.test", "Ed25519");
    NoteKey key = NoteKey.of("log.test", MadeLog.key(log.pair()));
    String foreign = "\u2014 w " + Bytes.hex("010203040506").toBase64() + "\n";
    requireSigned(TEXT + "\n" + foreign.repeat(99) + log.line("log.test", TEXT), key);
    refuses(
        TEXT + "\n" + foreign.repeat(100) + log.line("log.test", TEXT), key, FailureClass.LIMIT);
    refuses("x".repeat(1_000_001), key, FailureClass.LIMIT);
  }

  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "a",
        "a\n",
        "a\n\n",
        "a\n\nb\n",
        "\n\n\u2014 k AAAAAAA=\n",
        "a\n\n\u2014 k AAAAAAA=",
        "a\n\n- k AAAAAAA=\n",
        "a\n\n\u2014k AAAAAAA=\n",
        "a\n\n\u2014  AAAAAAA=\n",
        "a\n\n\u2014 k+l AAAAAAA=\n",
        "a\n\n\u2014 k\u2003l AAAAAAA=\n",
        "a\n\n\u2014 k AAAA\n",
        "a\n\n\u2014 k AAAAAA==\n",
        "a\n\n\u2014 k AAAAAAA\n",
        "a\n\n\u2014 k AAAAAAA= \n",
        "a\n\n\u2014 k  AAAAAAA=\n",
        "a\n\n\u2014 k AAAA-AA=\n",
        "a\r\n\n\u2014 k AAAAAAA=\n",
        "a\t\n\n\u2014 k AAAAAAA=\n",
        "a\u0000\n\n\u2014 k AAAAAAA=\n",
        "a\ud800\n\n\u2014 k AAAAAAA=\n",
      })
  @ParameterizedTest
  void whatIsNotANoteIsRefused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.PARSE));
  }

  @Test
  void theLeastNoteIsRead() {
    assertThatCode(() -> SignedNote.parse("a\n\n\u2014 k AAAAAAA=\n")).doesNotThrowAnyException();
  }
}
