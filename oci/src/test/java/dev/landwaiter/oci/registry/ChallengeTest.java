package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChallengeTest {
  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of(
            "Bearer realm=\"https://a.example/t\",service=\"s\",scope=\"repository:x:pull,push\"",
            List.of(
                new Challenge(
                    "bearer",
                    Map.of(
                        "realm",
                        "https://a.example/t",
                        "service",
                        "s",
                        "scope",
                        "repository:x:pull,push")))),
        Arguments.of(
            "BASIC Realm = \"a \\\"quoted\\\" \\\\ one\"",
            List.of(new Challenge("basic", Map.of("realm", "a \"quoted\" \\ one")))),
        Arguments.of(
            "Negotiate, Basic realm=x",
            List.of(
                new Challenge("negotiate", Map.of()),
                new Challenge("basic", Map.of("realm", "x")))),
        Arguments.of(
            "Negotiate YII/abc==, Basic realm=x",
            List.of(
                new Challenge("negotiate", Map.of()),
                new Challenge("basic", Map.of("realm", "x")))),
        Arguments.of(
            "Digest qop=\"auth, auth-int\", nonce=7, Bearer realm=https://b.example/t",
            List.of(
                new Challenge("digest", Map.of("qop", "auth, auth-int", "nonce", "7")),
                new Challenge("bearer", Map.of("realm", "https://b.example/t")))),
        Arguments.of(
            "Bearer realm=\"a\",realm=\"b\"",
            List.of(new Challenge("bearer", Map.of("realm", "a")))),
        Arguments.of(
            "Bearer service=\"a\",realm=\"never ends",
            List.of(new Challenge("bearer", Map.of("service", "a")))),
        Arguments.of("", List.of()),
        Arguments.of("  ,,, ", List.of()),
        Arguments.of("=\"x\"", List.of()),
        Arguments.of("Bearer " + "x".repeat(9000), List.of()));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void reads(String header, List<Challenge> challenges) {
    assertThat(Challenge.parse(List.of(header))).isEqualTo(challenges);
  }

  @Test
  void prefersTheFirstThatWeCanAnswer() {
    var all = Challenge.parse(List.of("Negotiate", "Basic realm=a", "Bearer realm=b"));
    assertThat(Challenge.preferred(all)).hasValueSatisfying(c -> assertThat(c.basic()).isTrue());
    assertThat(Challenge.preferred(Challenge.parse(List.of("Negotiate")))).isEmpty();
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsWhateverIsWritten(long seed) {
    var random = new Random(seed);
    List<Challenge> written = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    for (int h = random.nextInt(3); h >= 0; h--) {
      var header = new StringBuilder();
      for (int c = random.nextInt(3); c >= 0; c--) {
        header.append(header.isEmpty() ? "" : "," + blanks(random));
        written.add(write(random, header));
      }
      headers.add(header.toString());
    }
    assertThat(Challenge.parse(headers)).as("seed %d: %s", seed, headers).isEqualTo(written);
  }

  private static Challenge write(Random random, StringBuilder header) {
    String scheme = word(random, "abcXYZ019-!#$");
    header.append(scheme);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int p = random.nextInt(4); p > 0; p--) {
      String key = word(random, "abcdefghijklmnopqrstuvwxyz-_.");
      if (parameters.containsKey(key)) {
        continue;
      }
      boolean quoted = random.nextBoolean();
      String value = quoted ? word(random, "ab \"\\,=/:\t;") : word(random, "abc019-._~+");
      parameters.put(key, value);
      header
          .append(parameters.size() == 1 ? " " : blanks(random) + "," + blanks(random))
          .append(random.nextBoolean() ? key.toUpperCase(Locale.ROOT) : key)
          .append(blanks(random))
          .append('=')
          .append(blanks(random))
          .append(quoted ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : value);
    }
    return new Challenge(scheme.toLowerCase(Locale.ROOT), parameters);
  }

  private static String blanks(Random random) {
    return " ".repeat(random.nextInt(3));
  }

  private static String word(Random random, String alphabet) {
    var word = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noiseNeverHurts(long seed) {
    var random = new Random(seed);
    var noise = new StringBuilder(random.nextBoolean() ? "Bearer " : "");
    String alphabet = "\"\\,= \tab:/-\0\n\u00e9\ud83d";
    for (int i = random.nextInt(200); i > 0; i--) {
      noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    List<Challenge> read = Challenge.parse(List.of(noise.toString()));
    int length =
        read.stream()
            .mapToInt(c ->
                c.scheme().length()
                    + c.parameters().entrySet().stream()
                        .mapToInt(e -> e.getKey().length() + e.getValue().length())
                        .sum())
            .sum();
    assertThat(length).as("seed %d", seed).isLessThanOrEqualTo(noise.length());
    assertThat(read).allMatch(c -> !c.scheme().isEmpty());
  }
}
