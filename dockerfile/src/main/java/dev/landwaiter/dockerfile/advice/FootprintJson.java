package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.function.Function;

/// A footprint as data.
public final class FootprintJson {
  private FootprintJson() {}

  public static Value of(String file, Footprint footprint) {
    var draft = new ObjectValue.Draft();
    put(draft, "file", text(file));
    put(draft, "language", text(footprint.language().orElse("")));
    put(draft, "stages", list(footprint.stages(), FootprintJson::stage));
    put(draft, "carried", list(footprint.carried(), FootprintJson::carried));
    put(draft, "bases", list(footprint.bases(), FootprintJson::base));
    footprint.rewrite().ifPresent(rewrite -> put(draft, "rewrite", rewrite(rewrite)));
    if (!footprint.refused().isEmpty()) {
      put(draft, "noRewrite", text(footprint.refused()));
    }
    return draft.finish();
  }

  private static Value stage(Footprint.StageView stage) {
    var draft = new ObjectValue.Draft();
    put(draft, "name", text(stage.name()));
    put(draft, "base", text(stage.base()));
    put(draft, "class", text(stage.baseClass().id()));
    put(draft, "line", Value.of(stage.line()));
    put(draft, "shipped", Value.of(stage.shipped()));
    put(draft, "used", Value.of(stage.used()));
    put(draft, "adds", list(stage.adds(), FootprintJson::added));
    return draft.finish();
  }

  private static Value added(Added added) {
    var draft = new ObjectValue.Draft();
    put(draft, "kind", text(added.kind()));
    put(draft, "what", text(added.what()));
    put(draft, "line", Value.of(added.line()));
    return draft.finish();
  }

  private static Value carried(Carried carried) {
    var draft = new ObjectValue.Draft();
    put(draft, "what", text(carried.what()));
    put(draft, "why", text(carried.why()));
    put(draft, "line", Value.of(carried.line()));
    return draft.finish();
  }

  private static Value base(BaseChoice base) {
    var draft = new ObjectValue.Draft();
    put(draft, "image", text(base.image()));
    put(draft, "class", text(base.kind().id()));
    put(draft, "fit", text(base.fit().words()));
    put(draft, "changes", list(base.changes(), FootprintJson::text));
    put(draft, "blockers", list(base.blockers(), FootprintJson::text));
    return draft.finish();
  }

  private static Value rewrite(Rewrite rewrite) {
    var draft = new ObjectValue.Draft();
    put(draft, "text", text(rewrite.text()));
    put(draft, "notes", list(rewrite.notes(), FootprintJson::text));
    put(draft, "proof", text(rewrite.proof().id()));
    return draft.finish();
  }

  private static <T> Value list(List<T> items, Function<T, Value> each) {
    return new ArrayValue(items.stream().map(each).toList());
  }

  private static Value text(String text) {
    return Value.of(text);
  }

  private static void put(ObjectValue.Draft draft, String key, Value value) {
    draft.put(Value.of(key), value);
  }
}
