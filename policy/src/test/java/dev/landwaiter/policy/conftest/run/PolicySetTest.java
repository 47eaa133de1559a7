package dev.landwaiter.policy.conftest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.load.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies from files, and what their rules say of files.
class PolicySetTest {
  private static final String OLD = "package main\n\ndeny[msg] { input.a == 1; msg := \"old\" }\n";
  private static final String NEW = "package main\n\nwarn contains \"new\" if input.a == 1\n";

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private PolicySet load(Optional<RegoVersion> version) throws LoadException, RegoException {
    var language =
        new Language(
            new Language.Wanted(version, Optional.empty(), Optional.empty(), false, false),
            new ConfigFunctions(files()));
    return PolicySet.load(
        new PolicySet.Wanted(folder, List.of("policy"), List.of(), false, false), language);
  }

  private ConfigFiles files() {
    return new ConfigFiles(folder, "", new byte[0], InputFormats.ALL);
  }

  private List<Run.Outcome> run(PolicySet policies, List<String> names, int threads)
      throws RegoException {
    return runner(policies, threads).each(names, "-");
  }

  private Run runner(PolicySet policies, int threads) throws RegoException {
    var world =
        new ClosedWorld(
            InstantSource.fixed(Instant.EPOCH), System::nanoTime, new SplittableRandom(1));
    var checking =
        new Checking(
            policies,
            List.of("main"),
            folder,
            new Surroundings(world, 1_000_000, false, threads),
            new Checking.Following(false, true));
    return new Run(checking, files(), threads);
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream().map(Message::text).toList();
  }

  @Test
  void modulesOfBothVersionsStandTogether() throws Exception {
    write("policy/old.rego", OLD);
    write("policy/new.rego", NEW);
    write("a.yaml", "a: 1\n");
    PolicySet policies = load(Optional.empty());
    assertThat(policies.old()).containsExactly("policy/old.rego");
    CheckResult result = run(policies, List.of("a.yaml"), 1).getFirst().results().getFirst();
    assertThat(texts(result.failures())).containsExactly("old");
    assertThat(texts(result.warnings())).containsExactly("new");
    assertThat(result.failures().getFirst().place().orElseThrow().path()).isEqualTo("a");
  }

  @Test
  void aModuleThatCompilesInVersionZeroOnlyIsTakenSo() throws Exception {
    write("policy/any.rego", "package main\n\nok = any([true])\n");
    write("policy/new.rego", NEW);
    assertThat(load(Optional.empty()).old()).containsExactly("policy/any.rego");
    assertThatThrownBy(() -> load(Optional.of(RegoVersion.V1)))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("deprecated built-in function");
  }

  @Test
  void aVersionThatWasGivenIsKept() throws Exception {
    write("policy/old.rego", OLD);
    assertThatThrownBy(() -> load(Optional.of(RegoVersion.V1)))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("`if` keyword is required");
    assertThat(load(Optional.of(RegoVersion.V0)).old()).isEmpty();
  }

  @Test
  void whatIsValidInNoVersionIsToldInTheNewest() throws Exception {
    write("policy/bad.rego", "package main\n\ndeny[msg] { msg := }\n");
    assertThatThrownBy(() -> load(Optional.empty()))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("policy/bad.rego:3: rego_parse_error");
  }

  @ParameterizedTest
  @CsvSource({"deny[msg] if msg := \"x\"", "deny.x if true", "warn[x] if x := 1"})
  void headsThatLoseTheirMessagesAreRefused(String rule) throws Exception {
    write("policy/p.rego", "package main\n\n" + rule + "\n");
    assertThatThrownBy(() -> load(Optional.empty()))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("without 'contains' keyword: rule in policy/p.rego at line 3");
  }

  @Test
  void emptyMessagesAreFailures() throws Exception {
    write("policy/p.rego", "package main\n\ndeny contains \"\"\n\ndeny contains {\"msg\": \"\"}\n");
    write("a.yaml", "a: 1\n");
    CheckResult result =
        run(load(Optional.empty()), List.of("a.yaml"), 1).getFirst().results().getFirst();
    assertThat(texts(result.failures()))
        .hasSize(2)
        .containsOnly("data.main.deny holds and gives no message");
  }

  @Test
  void howManyThreadsThereAreDoesNotMatter() throws Exception {
    write(
        "policy/p.rego", "package main\n\ndeny contains data.conftest.file.name if input.a > 9\n");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String name = "d/%03d.yaml".formatted(i);
      write(name, i % 50 == 7 ? "a: [\n" : "a: " + i % 20 + "\n");
      names.add(name);
    }
    PolicySet policies = load(Optional.empty());
    List<String> alone = shown(run(policies, names, 1));
    assertThat(shown(run(policies, names, 4))).isEqualTo(alone);
    assertThat(alone.get(7)).startsWith("d/007.yaml unread");
    assertThat(alone.get(10)).isEqualTo("d/010.yaml [010.yaml]");
  }

  private static List<String> shown(List<Run.Outcome> outcomes) {
    List<String> shown = new ArrayList<>();
    for (Run.Outcome outcome : outcomes) {
      shown.add(
          outcome.unread().isPresent()
              ? outcome.name() + " unread: " + outcome.unread().get().getMessage()
              : outcome.name() + " " + texts(outcome.results().getFirst().failures()));
    }
    return shown;
  }

  @Test
  void aConflictIsAnErrorOfItsFileAlone() throws Exception {
    write(
        "policy/p.rego",
        """
        package main

        x := 1 if input.a

        x := 2 if input.b

        deny contains "x" if x == 1
        """);
    write("a.json", "{\"a\": 1}");
    write("b.json", "{\"a\": 1, \"b\": 1}");
    List<Run.Outcome> outcomes = run(load(Optional.empty()), List.of("a.json", "b.json"), 1);
    assertThat(outcomes.getFirst().results()).hasSize(1);
    assertThat(outcomes.getLast().failed().orElseThrow().getMessage())
        .contains("eval_conflict_error");
  }

  @Test
  void aPolicyCannotUseUpAllMemory() throws Exception {
    write(
        "policy/p.rego",
        """
        package main

        deny contains x if {
          some i in numbers.range(1, 100000000)
          x := sprintf("%d", [i])
        }
        """);
    write("a.json", "{}");
    Run.Outcome outcome = run(load(Optional.empty()), List.of("a.json"), 1).getFirst();
    assertThat(outcome.failed().orElseThrow().getMessage()).contains("eval_cancel_error");
  }

  @Test
  void documentsNestedDeepAreNotTheEnd() throws Exception {
    write("policy/p.rego", "package main\n\ndeny contains \"deep\" if { walk(input, [_, 7]) }\n");
    write("a.json", "[".repeat(100_000) + "]".repeat(100_000));
    Run.Outcome outcome = run(load(Optional.empty()), List.of("a.json"), 1).getFirst();
    assertThat(outcome.unread()).isPresent();
  }

  @Test
  void placesOfCombinedFilesAreThoseOfTheFiles() throws Exception {
    write(
        "policy/p.rego",
        """
        package main

        deny contains file.path if {
          some file in input
          file.contents.bad
        }
        """);
    write("b.yaml", "bad: false\n---\nbad: true\n");
    write("a.json", "[{\"x\": 1}, {\"bad\": true}]");
    List<String> places = new ArrayList<>();
    for (Message message :
        runner(load(Optional.empty()), 1)
            .combined(List.of("b.yaml", "a.json"))
            .getFirst()
            .results()
            .getFirst()
            .failures()) {
      var place = message.place().orElseThrow();
      var start = place.span().start();
      places.add(place.file() + ":" + start.line() + ":" + start.column() + " " + place.path());
    }
    assertThat(places).containsExactly("a.json:1:20 bad", "b.yaml:3:6 bad");
  }
}
