package dev.landwaiter.rego.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleBuildTest {
  private static final World WORLD =
      new ClosedWorld(
          Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC),
          () -> 0,
          new SplittableRandom(1));

  private static BuildSettings settings(int optimization, List<String> entrypoints, String secret) {
    var capabilities =
        Capabilities.current(
            RegoVersion.V1, Builtins.all().values().stream().map(Builtin::declaration).toList());
    return new BuildSettings(
        RegoVersion.V1,
        capabilities,
        Optional.empty(),
        optimization,
        entrypoints,
        "partial",
        secret.isEmpty()
            ? Optional.empty()
            : Optional.of(new BundleSigner(secret, "HS256", Optional.empty(), WORLD)),
        "default",
        new Settings(WORLD, Budget.NONE, false, true, true, line -> {}, capabilities));
  }

  private static Merged merged(Map<String, String> sources, String data) throws Exception {
    List<Module> modules = new ArrayList<>();
    for (Map.Entry<String, String> source : new TreeMap<>(sources).entrySet()) {
      modules.add(
          Parser.parseModule(
              new Source(source.getKey(), source.getValue()),
              ParserSettings.of(RegoVersion.V1).annotations(true)));
    }
    return Merged.of(modules, (ObjectValue) Json.parse("data", data), RegoVersion.V1);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), UTF_8);
  }

  @Test
  void rulesAndCommentsThatAreWorkedOutGo() throws Exception {
    String source =
        """
        package a

        # METADATA
        # entrypoint: true
        p if input.x == data.k

        # stays
        other := 1 # too
        """;
    Map<String, byte[]> files =
        BundleBuild.files(
            merged(Map.of("a.rego", source), "{\"k\": 7}"), settings(1, List.of(), ""));
    assertThat(files.keySet())
        .containsExactly("/data.json", "/a.rego", "/optimized/a.rego", "/.manifest");
    assertThat(text(files, "/optimized/a.rego")).contains("input.x = 7");
    assertThat(text(files, "/a.rego")).isEqualTo("package a\n\n# stays\nother := 1 # too\n");
  }

  @ParameterizedTest
  @CsvSource({
    "a, entrypoint a too short: use <package>/<rule>",
    "a/none, undefined entrypoint data.a.none",
    "'', bundle optimizations require at least one entrypoint"
  })
  void entrypointsThatAreNone(String entrypoint, String error) {
    List<String> entrypoints = entrypoint.isEmpty() ? List.of() : List.of(entrypoint);
    assertThatThrownBy(() ->
            BundleBuild.files(
                merged(Map.of("a.rego", "package a\n\np := 1"), "{}"),
                settings(2, entrypoints, "")))
        .isInstanceOf(LoadException.class)
        .hasMessage(error);
  }

  /// What a change to a signed bundle leads to: the file changed, its new content (`-`: removed).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.rego | package b | a.rego: digest mismatch",
        "data.json | {\"k\": 8} | data.json: digest mismatch",
        "data.json | { \"k\" : 7 } | ''",
        "new.rego | package c | file new.rego not included in bundle signature",
        "a.rego | - | file(s) [a.rego] specified in bundle signatures but not found",
        ".signatures.json | - | bundle missing .signatures.json file",
        ".signatures.json | {} | .signatures.json: missing JWT (expected exactly one)",
        ".signatures.json | {\"signatures\": [\"a\", \"b\"]} | .signatures.json: multiple JWTs",
        ".signatures.json | {\"signatures\": [\"a\"]} | encoded JWT had no period separators",
      })
  void changesAreNoticed(String name, String content, String error) throws Exception {
    Map<String, byte[]> built =
        BundleBuild.files(
            merged(Map.of("a.rego", "package a\n"), "{\"k\": 7}"),
            settings(0, List.of(), "secret"));
    var files = new TreeMap<String, byte[]>();
    built.forEach((path, bytes) -> files.put(path.substring(1), bytes));
    check("secret", "HS256", "").check("", files);
    if (content.equals("-")) {
      files.remove(name);
    } else {
      files.put(name, content.getBytes(UTF_8));
    }
    if (error.isEmpty()) {
      check("secret", "HS256", "").check("", files);
    } else {
      assertThatThrownBy(() -> check("secret", "HS256", "").check("", files))
          .isInstanceOf(LoadException.class)
          .hasMessageStartingWith(error);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "other, HS256, '', failed to verify JWT signature: invalid HMAC signature",
    "secret, HS512, '', failed to verify JWT signature: invalid HMAC signature",
    "secret, none, '', unknown signature algorithm: none",
    "secret, RS256, '', failed to parse PEM block containing the key",
    "secret, HS256, w, scope mismatch"
  })
  void keysMustFit(String key, String algorithm, String scope, String error) throws Exception {
    Map<String, byte[]> built =
        BundleBuild.files(
            merged(Map.of("a.rego", "package a\n"), "{}"), settings(0, List.of(), "secret"));
    var files = new TreeMap<String, byte[]>();
    built.forEach((path, bytes) -> files.put(path.substring(1), bytes));
    assertThatThrownBy(() -> check(key, algorithm, scope).check("", files)).hasMessage(error);
    assertThatThrownBy(() -> new SignatureCheck(Optional.empty()).check("", files))
        .hasMessage("verification key not provided");
  }

  private static SignatureCheck check(String key, String algorithm, String scope) {
    return new SignatureCheck(
        Optional.of(new SignatureCheck.Trusted(key, algorithm, scope, List.of())));
  }
}
