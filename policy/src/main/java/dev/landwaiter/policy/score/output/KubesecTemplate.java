package dev.landwaiter.policy.score.output;

import dev.landwaiter.base.template.Effort;
import dev.landwaiter.base.template.Template;
import dev.landwaiter.base.template.TemplateDialect;
import dev.landwaiter.base.template.TemplateException;
import dev.landwaiter.base.template.TemplateFunction;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.ScoreReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reports through a template that the user gives (kubernetes.md 5.6).
public final class KubesecTemplate {
  /// So many parts and characters one report may take.
  private static final long MOST = 64L << 20;

  private KubesecTemplate() {}

  /// The text that a template makes of reports.
  ///
  /// @param now what `getCurrentTime` tells
  /// @throws TemplateException whose message begins with `template: output template:`
  public static String text(String template, List<ScoreReport> reports, Instant now)
      throws TemplateException {
    Value data = new ArrayValue(reports.stream().map(KubesecTemplate::value).toList());
    return Template.parse(template, dialect(now)).run(data, Effort.of(MOST));
  }

  private static TemplateDialect dialect(Instant now) {
    return new TemplateDialect(
        "output template",
        Map.of(
            "endWithPeriod",
            TemplateFunction.ofText(text -> text.endsWith(".") ? text : text + "."),
            "toLower",
            TemplateFunction.ofText(text -> text.toLowerCase(Locale.ROOT)),
            "escapeString",
            TemplateFunction.ofText(KubesecTemplate::escaped),
            "getCurrentTime",
            new TemplateFunction(0, arguments -> now.toString()),
            "joinSlices",
            TemplateFunction.ofAll(KubesecTemplate::joined)),
        false,
        KubesecTemplate::type);
  }

  /// What the original calls the types of reports: a field they do not have is a mistake.
  private static String type(ObjectValue object) {
    return object.get("FileName").isPresent()
        ? "ruler.Report"
        : object.get("Critical").isPresent() ? "ruler.RuleScoring" : "ruler.RuleRef";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }

  private static Object joined(List<Object> lists) throws TemplateException {
    List<Value> all = new ArrayList<>();
    for (Object list : lists) {
      if (!(list instanceof ArrayValue array)) {
        throw new TemplateException("joinSlices takes lists of rules");
      }
      all.addAll(array.elements());
    }
    return new ArrayValue(all);
  }

  private static Value value(ScoreReport report) {
    var scoring = new ObjectValue.Draft();
    put(scoring, "Critical", rules(report.critical()));
    put(scoring, "Passed", rules(report.passed()));
    put(scoring, "Advise", rules(report.advise()));
    var object = new ObjectValue.Draft();
    put(object, "Object", Value.of(report.object()));
    put(object, "Valid", Value.of(report.valid()));
    put(object, "FileName", Value.of(report.fileName()));
    put(object, "Message", Value.of(report.message()));
    put(object, "Score", Value.of(report.score()));
    put(object, "Scoring", scoring.finish());
    put(object, "Rules", rules(report.rules()));
    return object.finish();
  }

  private static Value rules(List<Rule> rules) {
    return new ArrayValue(rules.stream().map(KubesecTemplate::value).toList());
  }

  private static Value value(Rule rule) {
    var object = new ObjectValue.Draft();
    put(object, "ID", Value.of(rule.id()));
    put(object, "Selector", Value.of(rule.selector()));
    put(object, "Reason", Value.of(rule.reason()));
    put(object, "Points", Value.of(rule.points()));
    return object.finish();
  }

  private static void put(ObjectValue.Draft object, String name, Value value) {
    object.put(Value.of(name), value);
  }
}
