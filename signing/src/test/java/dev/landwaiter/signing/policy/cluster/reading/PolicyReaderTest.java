package dev.landwaiter.signing.policy.cluster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTest {
  private static final Pattern FILE = Pattern.compile("(?m)^( *)\\{\\{([^}]+)}}$");

  /// @param said a part of what is said
  record Refused(String name, String said, String documents) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Refused> refused() {
    List<Refused> all = new ArrayList<>();
    for (String part : resource("refused.txt").split("(?m)^### ", -1)) {
      if (!part.startsWith("#")) {
        int end = part.indexOf('\n');
        String[] head = part.substring(0, end).split("\\|", 2);
        all.add(new Refused(head[0].strip(), head[1].strip(), part.substring(end + 1)));
      }
    }
    return all;
  }

  private static String resource(String name) {
    try (InputStream in = PolicyReaderTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no resource " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return FILE.matcher(text)
          .replaceAll(found -> {
            String file = recorded(found.group(2)).strip().replace("\n", "\n" + found.group(1));
            return Matcher.quoteReplacement(found.group(1) + file);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String recorded(String file) {
    try {
      return Files.readString(Shared.path("conformance/cosign").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsWrongIsSaidWithItsLine(Refused row) {
    assertThatThrownBy(() -> new PolicyReader().add("a.yaml", Bytes.utf8(row.documents())).finish())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("a.yaml")
        .hasMessageContaining(row.said());
  }

  @Test
  void cueIsAMatterOfUsage() {
    Refused cue =
        refused().stream().filter(each -> each.name().equals("CUE")).findFirst().orElseThrow();
    assertThatThrownBy(() -> new PolicyReader().add("a.yaml", Bytes.utf8(cue.documents())))
        .isInstanceOfSatisfying(
            RefusedException.class, each -> assertThat(each.kind()).isEqualTo(FailureClass.USAGE));
  }

  @Test
  void whatMayBeAMistakeIsWarnedOf() throws Exception {
    String text = resource("warned.yaml");
    PolicyDocuments read = new PolicyReader().add("w.yaml", Bytes.utf8(text)).finish();
    assertThat(read.warnings())
        .satisfiesExactly(
            one -> assertThat(one).contains("w.yaml:13", "begin it with ^"),
            one -> assertThat(one).contains("w.yaml:18", "instead of the short name 'vuln'"),
            one -> assertThat(one).contains("w.yaml:20", "no short name"),
            one -> assertThat(one).contains("w.yaml:21", "key services are not built"),
            one -> assertThat(one).contains("w.yaml:21", "more than one authority 'a'"));
    assertThat(read.policies().getFirst().authorities())
        .extracting(each -> each.name())
        .containsExactly("a", "authority-1", "a");
  }

  /// Several files and lists of objects are one set of policies, in their order.
  @Test
  void filesAndListsAddUp() throws Exception {
    String policy =
        """
        apiVersion: policy.sigstore.dev/v1beta1
        kind: ClusterImagePolicy
        metadata: {name: %s}
        spec:
          images: [{glob: "**"}]
        status: {}
        """;
    String list =
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "policy.sigstore.dev/v1alpha1", "kind": "ClusterImagePolicy",
           "metadata": {"name": "c", "uid": "x"}, "spec": {"images": [{"glob": "*"}]}}]}
        """;
    PolicyDocuments read =
        new PolicyReader()
            .add("1", Bytes.utf8(policy.formatted("a") + "---\n" + policy.formatted("b")))
            .add("2", Bytes.utf8("# nothing\n---\n"))
            .add("3", Bytes.utf8(list))
            .finish();
    assertThat(read.policies()).extracting(each -> each.name()).containsExactly("a", "b", "c");
    assertThat(read.policies().get(1).where()).isEqualTo("1:8");
  }

  /// Whatever stands in a file: it is read, or refused.
  @Test
  void hostileFilesAreRefused() {
    String text = resource("warned.yaml") + "---\n" + refused().getLast().documents();
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    var random = new SplittableRandom(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = whole.clone();
      int changes = 1 + random.nextInt(3);
      for (int i = 0; i < changes; i++) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (round % 4 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      try {
        new PolicyReader().add("hostile", Bytes.of(bytes)).finish();
      } catch (RefusedException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }
}
