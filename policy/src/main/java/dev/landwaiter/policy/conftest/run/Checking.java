package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Query;
import dev.landwaiter.policy.input.Documents;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.trace.Recorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Asks the rules of namespaces about files. Any number of threads may use it.
public final class Checking {
  private final PolicySet policies;
  private final List<AskedNamespace> namespaces;
  private final Path folder;
  private final Surroundings surroundings;
  private final Optional<Search> followed;
  private final Optional<Placing> placing;

  /// @param folder that the names of files start from
  /// @param following what is wanted besides results
  /// @throws RegoException when a rule cannot be asked, such as a function
  public Checking(
      PolicySet policies,
      List<String> namespaces,
      Path folder,
      Surroundings surroundings,
      Following following)
      throws RegoException {
    this.policies = policies;
    this.folder = folder;
    this.surroundings = surroundings;
    this.followed = following.traced() ? Optional.of(policies.search()) : Optional.empty();
    this.placing =
        following.placed()
            ? Optional.of(new Placing(policies.evidence(), surroundings.world()))
            : Optional.empty();
    List<AskedNamespace> asked = new ArrayList<>();
    for (String namespace : namespaces) {
      asked.add(AskedNamespace.prepare(policies, namespace));
    }
    this.namespaces = List.copyOf(asked);
  }

  /// What is wanted besides results.
  ///
  /// @param traced whether every query is followed step by step
  /// @param placed whether messages tell where their causes stand
  public record Following(boolean traced, boolean placed) {}

  /// The rules that are asked.
  ///
  /// @return how many definitions each namespace has, in their order
  public List<Coverage> coverage() {
    return namespaces.stream()
        .map(each -> new Coverage(each.name(), each.definitions(), each.doubtful()))
        .toList();
  }

  /// What there is to ask in one namespace.
  ///
  /// @param doubtful mute about rules that look as if they were meant to be asked and are not
  public record Coverage(String namespace, int definitions, List<String> doubtful) {}

  /// What came of one file.
  ///
  /// @param results one for each namespace, in their order
  /// @param mute queries whose answers held something that is no message
  /// @param failed failures of built-in functions that made their expressions undefined, the first
  ///   for each place of the policies
  public record Checked(List<CheckResult> results, List<String> mute, Map<String, String> failed) {}

  /// Asks all rules about all documents of a file.
  ///
  /// @param file its content is what the whole file gives
  /// @param shown the name it is reported under
  /// @param items what the one document was made of, where it was; see [Combining]
  /// @throws RegoException with the error that ended an evaluation
  public Checked check(Document file, String shown, List<Document> items) throws RegoException {
    List<Document> documents = Documents.unfold(file.file(), file.content(), file.locator());
    ObjectValue data = data(file.file());
    List<CheckResult> results = new ArrayList<>();
    List<String> mute = new ArrayList<>();
    Map<String, String> failed = new TreeMap<>();
    for (AskedNamespace namespace : namespaces) {
      var gathered = new Gathering(data, mute, failed, items);
      for (Document document : documents) {
        gathered.document(namespace, document);
      }
      results.add(gathered.result(shown, namespace.name()));
    }
    return new Checked(results, mute, failed);
  }

  /// The data with the name of the file below `conftest`.
  private ObjectValue data(String file) {
    Path whole = folder.resolve(file).normalize();
    Path name = whole.getFileName();
    var place = new ObjectValue.Draft();
    place.put(Value.of("name"), Value.of(name == null ? file : name.toString()));
    Path parent = whole.toAbsolutePath().getParent();
    place.put(Value.of("dir"), Value.of(parent == null ? "/" : parent.toString()));
    var conftest = new ObjectValue.Draft();
    conftest.put(Value.of("file"), place.finish());
    var draft = new ObjectValue.Draft();
    ObjectValue base = policies.data();
    for (int i = 0; i < base.size(); i++) {
      draft.put(base.keyAt(i), base.valueAt(i));
    }
    draft.put(Value.of("conftest"), conftest.finish());
    return draft.finish();
  }

  /// The results of one file and one namespace in the making.
  private final class Gathering {
    private final ObjectValue data;
    private final List<String> mute;
    private final Map<String, String> failed;
    private final List<Document> items;
    private final List<Message> warnings = new ArrayList<>();
    private final List<Message> failures = new ArrayList<>();
    private final List<Message> exceptions = new ArrayList<>();
    private final List<Query> queries = new ArrayList<>();
    private int successes;

    Gathering(
        ObjectValue data, List<String> mute, Map<String, String> failed, List<Document> items) {
      this.data = data;
      this.mute = mute;
      this.failed = failed;
      this.items = items;
    }

    CheckResult result(String file, String namespace) {
      return new CheckResult(
          file, namespace, successes, List.of(), warnings, failures, exceptions, queries);
    }

    void document(AskedNamespace namespace, Document document) throws RegoException {
      int before = count();
      for (AskedRule rule : namespace.rules()) {
        rule(rule, document);
      }
      successes += Math.max(0, namespace.definitions() - (count() - before));
    }

    private int count() {
      return successes + warnings.size() + failures.size() + exceptions.size();
    }

    private void rule(AskedRule rule, Document document) throws RegoException {
      int excepted = excepted(rule, document);
      for (int i = 0; i < excepted; i++) {
        exceptions.add(Message.of(rule.exception().text()));
      }
      Optional<Value> value =
          ask(rule.rule().text(), rule.rule().compiled(), rule.rule().prepared(), document);
      if (excepted > 0 || value.isEmpty()) {
        return;
      }
      Answers answers = Answers.of(value.get(), rule.rule().text());
      successes += answers.passes();
      if (answers.mute()) {
        mute.add(rule.rule().text());
      }
      if (answers.messages().isEmpty()) {
        return;
      }
      List<Message> messages =
          placing.isPresent()
              ? placing.get().placed(rule, answers.messages(), document, items, data)
              : answers.messages().stream().map(Answers.Said::message).toList();
      (rule.failure() ? failures : warnings).addAll(messages);
    }

    private int excepted(AskedRule rule, Document document) throws RegoException {
      if (rule.counting().isEmpty() && followed.isEmpty()) {
        return 0;
      }
      AskedRule.Asked exception = rule.exception();
      Prepared prepared = rule.counting().orElse(exception.prepared());
      Optional<Value> holds = ask(exception.text(), exception.compiled(), prepared, document);
      return holds.isPresent() && holds.get() instanceof ArrayValue times ? times.size() : 0;
    }

    private Optional<Value> ask(
        String text, CompiledQuery compiled, Prepared prepared, Document document)
        throws RegoException {
      List<String> prints = new ArrayList<>(0);
      var input = new dev.landwaiter.rego.query.Documents(data, Optional.of(document.content()));
      Answer answer = prepared.evaluate(input, settings(prints::add));
      List<String> trace = List.of();
      if (followed.isPresent()) {
        var recorder = new Recorder(false);
        var _ = followed.get().evaluate(compiled, input, settings(_ -> {}), Optional.of(recorder));
        trace = TraceLines.of(recorder.events(), names(compiled));
      }
      if (!prints.isEmpty() || followed.isPresent()) {
        queries.add(new Query(text, prints, trace));
      }
      if (surroundings.builtinErrors() && !answer.builtinErrors().isEmpty()) {
        throw new RegoException(answer.builtinErrors());
      }
      for (RegoError error : answer.builtinErrors()) {
        failed.putIfAbsent(error.location().map(Location::prefix).orElse(""), error.message());
      }
      return answer.results().isEmpty()
          ? Optional.empty()
          : Optional.of(answer.results().getFirst().values().getFirst());
    }

    private Map<String, String> names(CompiledQuery query) {
      Map<String, String> names = new HashMap<>(policies.compiled().names());
      names.putAll(query.names());
      return names;
    }

    private Settings settings(Consumer<String> print) {
      return new Settings(
          surroundings.world(),
          new Budget(Long.MAX_VALUE, Long.MAX_VALUE, surroundings.memory(), Budget.DEPTH),
          false,
          true,
          true,
          print,
          policies.compiled().capabilities());
    }
  }
}
