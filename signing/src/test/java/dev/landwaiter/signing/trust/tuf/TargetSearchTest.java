package dev.landwaiter.signing.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// GHSA-4f8r-qqr9-fq8j: delegations are asked in their order. GHSA-jqc5-w2xx-5vq4 and
/// GHSA-fcv2-xgw5-pqxf: no name leads out of a folder.
class TargetSearchTest {
  private final TufForge forge = TufForge.good(Map.of("own.txt", "own"));
  private final Map<String, List<String>> delegations = new TreeMap<>();
  private final Map<String, Map<String, String>> targets = new TreeMap<>();

  TargetSearchTest() {
    targets.put("targets", Map.of("own.txt", "own"));
  }

  /// Lets one role delegate to another; the keys are named after the roles.
  private void delegate(String from, String to, String paths, boolean terminating) {
    forge.keys.computeIfAbsent("key-" + to, id -> TufForge.pair());
    delegations
        .computeIfAbsent(from, role -> new ArrayList<>())
        .add(
            "{\"name\":\"%s\",\"keyids\":[\"key-%s\"],\"threshold\":1,\"terminating\":%b,%s}"
                .formatted(to, to, terminating, paths));
  }

  private static String paths(String... patterns) {
    return "\"paths\":[" + TufForge.quoted(List.of(patterns)) + "]";
  }

  private void names(String role, String target, String content) {
    targets.put(role, Map.of(target, content));
    forge.target(target, content);
  }

  private String target(String name) throws IOException {
    List<String> listed = new ArrayList<>();
    for (var role : targets.entrySet()) {
      List<String> given = delegations.getOrDefault(role.getKey(), List.of());
      String more =
          given.isEmpty()
              ? ""
              : ",\"delegations\":{\"keys\":{%s},\"roles\":[%s]}"
                  .formatted(TufForge.keyTexts(forge.keys), String.join(",", given));
      String text = TufForge.signedTargets(1, TufForge.EXPIRES, role.getValue(), more);
      if (role.getKey().equals("targets")) {
        forge.files.put("1.targets.json", forge.sign(text, "t1", "t2"));
      } else {
        String file = "1." + TargetSearch.fileName(role.getKey());
        forge.files.putIfAbsent(file, forge.sign(text, "key-" + role.getKey()));
        listed.add(",\"%s.json\":{\"version\":1}".formatted(role.getKey()));
      }
    }
    forge.files.put(
        "1.snapshot.json", forge.snapshot(1, TufForge.EXPIRES, 1, listed.toArray(new String[0])));
    return Repository.refreshed(
            forge, new MemoryCache(), forge.file("1.root.json"), RepositoryTest.NOW)
        .target(name)
        .toText();
  }

  private RefusedException refused(String name) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, () -> target(name));
    assertThat(refused).isNotNull();
    return refused;
  }

  @Test
  void aRoleNamesTheTargetsOfItsPaths() throws IOException {
    delegate("targets", "registry.test", paths("registry.test/*"), false);
    names("registry.test", "registry.test/keys.json", "keys");
    assertThat(target("registry.test/keys.json")).isEqualTo("keys");
    assertThat(target("own.txt")).isEqualTo("own");
  }

  @Test
  void aRoleNamesNothingElse() {
    delegate("targets", "a", paths("a/*"), false);
    names("a", "b/x.txt", "stolen");
    assertThat(refused("b/x.txt").kind()).isEqualTo(FailureClass.NOT_FOUND);
  }

  @Test
  void nobodyTakesATargetFromTheOneWhoDelegates() throws IOException {
    delegate("targets", "a", paths("*"), false);
    names("a", "own.txt", "stolen");
    assertThat(target("own.txt")).isEqualTo("own");
  }

  @Test
  void theFirstInOrderWinsAndItsOwnDelegatesComeBeforeTheNext() throws IOException {
    delegate("targets", "first", paths("*"), false);
    delegate("targets", "second", paths("*"), false);
    delegate("first", "child", paths("*"), false);
    targets.put("first", Map.of());
    names("child", "x.txt", "of the child");
    names("second", "x.txt", "of the second");
    assertThat(target("x.txt")).isEqualTo("of the child");
  }

  @Test
  void behindATerminatingRoleNobodyIsAsked() {
    delegate("targets", "first", paths("x*"), true);
    delegate("targets", "second", paths("*"), false);
    targets.put("first", Map.of());
    names("second", "x.txt", "of the second");
    assertThat(refused("x.txt").kind()).isEqualTo(FailureClass.NOT_FOUND);
    assertThat(forge.asked).doesNotContain("1.second.json");
  }

  @Test
  void aRoleMayBeChosenByHash() throws IOException {
    String hash = Bytes.utf8("x.txt").sha256().toHex();
    delegate("targets", "not", "\"path_hash_prefixes\":[\"zz\"]", false);
    delegate(
        "targets", "bin", "\"path_hash_prefixes\":[\"%s\"]".formatted(hash.substring(0, 2)), false);
    targets.put("not", Map.of());
    names("bin", "x.txt", "in the bin");
    assertThat(target("x.txt")).isEqualTo("in the bin");
    assertThat(forge.asked).doesNotContain("1.not.json");
  }

  @Test
  void circlesEndAndSoDoLongChains() {
    delegate("targets", "a", paths("*"), false);
    delegate("a", "b", paths("*"), false);
    delegate("b", "a", paths("*"), false);
    targets.put("a", Map.of());
    targets.put("b", Map.of());
    assertThat(refused("x.txt").kind()).isEqualTo(FailureClass.NOT_FOUND);
    String last = "b";
    for (int i = 0; i < 40; i++) {
      delegate(last, "n" + i, paths("*"), false);
      last = "n" + i;
      targets.put(last, Map.of());
    }
    forge.files.keySet().removeIf(name -> name.startsWith("1.b"));
    assertThat(refused("x.txt").kind()).isEqualTo(FailureClass.LIMIT);
  }

  @Test
  void aDelegatedRoleIsCheckedWithTheKeysOfItsParent() {
    delegate("targets", "a", paths("*"), false);
    names("a", "x.txt", "x");
    forge.files.put(
        "1.a.json",
        forge.sign(
            TufForge.signedTargets(1, TufForge.EXPIRES, Map.of("x.txt", "x"), ""), "t1", "t2"));
    assertThat(refused("x.txt")).hasMessageContaining("too few");
  }

  @Test
  void aDelegatedRoleThatExpiredIsRefused() {
    delegate("targets", "a", paths("*"), false);
    names("a", "x.txt", "x");
    forge.files.put(
        "1.a.json",
        forge.sign(
            TufForge.signedTargets(1, RepositoryTest.OVER, Map.of("x.txt", "x"), ""), "key-a"));
    assertThat(refused("x.txt")).hasMessageContaining("expired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "targets", "Snapshot", "TIMESTAMP", ""})
  void noDelegatedRoleHasTheNameOfATopLevelOne(String name) {
    delegate("targets", name, paths("*"), false);
    assertThat(refused("x.txt")).hasMessageContaining("name of a delegated role");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"paths\":[\"*\"],\"path_hash_prefixes\":[\"00\"]",
        "\"x\":1",
        "\"paths\":[\"[a-z]*\"]",
        "\"path_hash_prefixes\":[\"\"]",
        "\"paths\":[7]",
        "\"paths\":\"*\"",
      })
  void delegationsThatAreNotClearAreRefused(String paths) {
    delegate("targets", "a", paths, false);
    targets.put("a", Map.of());
    assertThat(refused("x.txt").kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "/x", "a/../x", "a//x", "a\\x", "c:x", "a\u0000x", "", ".", "a/."})
  void namesThatLeadElsewhereAreRefused(String name) {
    assertThat(refused(name).kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }

  @Test
  void namesOfRolesBecomeHarmlessFiles() throws IOException {
    delegate("targets", "../../up", paths("*"), false);
    names("../../up", "x.txt", "x");
    assertThat(target("x.txt")).isEqualTo("x");
    assertThat(forge.asked).contains("1...%2F..%2Fup.json");
  }

  @ParameterizedTest
  @CsvSource({
    "a/*, a/b, true",
    "a/*, a/b/c, false",
    "a/*, a/, true",
    "*, a, true",
    "*, a/b, false",
    "*/*, a/b, true",
    "a?c, abc, true",
    "a?c, a/c, false",
    "*.json, x.json, true",
    "*.json, x.json.txt, false",
    "a*b*c, aXbXbXc, true",
    "a*b*c, aXbX/Xc, false",
    "abc, abc, true",
    "abc, abcd, false",
    "abcd, abc, false",
    "'', a, false",
  })
  void patternsMatchWithinOnePart(String pattern, String path, boolean wanted) {
    assertThat(PathPattern.matches(pattern, path)).isEqualTo(wanted);
  }
}
