package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Elements of a bundle are permuted, dropped, doubled, or taken from another bundle: it is
/// refused, or the verdict is the same; never is it another signer's.
class StructureTest {
  @ParameterizedTest
  @EnumSource(GoodBundle.class)
  void anyChangeIsRefusedOrMeansNothing(GoodBundle bundle) throws Exception {
    GoodBundle.Judge judge = bundle.judge();
    Verified<Claim> good = BitFlipTest.accepted(judge.judge(bundle.text()));
    List<Value> changed = new ArrayList<>(changes(bundle.json()));
    for (GoodBundle other : GoodBundle.values()) {
      changed.addAll(mixed(bundle.json(), other.json()));
    }
    assertThat(changed).hasSizeGreaterThan(30);
    for (Value each : changed) {
      String text = JsonWriter.toText(each, JsonStyle.COMPACT);
      if (judge.judge(Bytes.utf8(text)) instanceof Outcome.Accepted(Verified<Claim> still)) {
        assertThat(still.signer()).as(text).isEqualTo(good.signer());
        assertThat(still.payload()).as(text).isEqualTo(good.payload());
        assertThat(still.claim()).as(text).isEqualTo(good.claim());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(GoodBundle.class)
  void aMemberTwiceIsRefused(GoodBundle bundle) throws Exception {
    GoodBundle.Judge judge = bundle.judge();
    String text = bundle.text().toText();
    int found = 0;
    for (int at = text.indexOf("{\""); at >= 0; at = text.indexOf("{\"", at + 1)) {
      int colon = text.indexOf("\":", at);
      String twice =
          text.substring(0, at + 1)
              + text.substring(at + 1, colon)
              + "\":null,"
              + text.substring(at + 1);
      assertThat(judge.judge(Bytes.utf8(twice))).as(twice).isInstanceOf(Outcome.Refused.class);
      found++;
    }
    assertThat(found).isGreaterThan(2);
  }

  /// All values that differ in one place.
  private static List<Value> changes(Value value) {
    List<Value> all = new ArrayList<>();
    if (value instanceof ObjectValue object) {
      for (Value key : object.members().keySet()) {
        Map<Value, Value> without = new LinkedHashMap<>(object.members());
        without.remove(key);
        all.add(new ObjectValue(without));
        List<Value> inner = new ArrayList<>(changes(object.members().get(key)));
        inner.add(NullValue.NULL);
        for (Value each : inner) {
          Map<Value, Value> with = new LinkedHashMap<>(object.members());
          with.put(key, each);
          all.add(new ObjectValue(with));
        }
      }
      Map<Value, Value> more = new LinkedHashMap<>(object.members());
      more.put(Value.of("more"), Value.of("x"));
      all.add(new ObjectValue(more));
    } else if (value instanceof ArrayValue array) {
      elements(array, all);
    }
    return all;
  }

  private static void elements(ArrayValue array, List<Value> all) {
    List<Value> elements = new ArrayList<>(array.elements());
    for (int i = 0; i < elements.size(); i++) {
      List<Value> without = new ArrayList<>(elements);
      without.remove(i);
      all.add(new ArrayValue(without));
      List<Value> doubled = new ArrayList<>(elements);
      doubled.add(i, elements.get(i));
      all.add(new ArrayValue(doubled));
      for (int j = 0; j < i; j++) {
        List<Value> swapped = new ArrayList<>(elements);
        Collections.swap(swapped, i, j);
        all.add(new ArrayValue(swapped));
      }
      for (Value each : changes(elements.get(i))) {
        List<Value> with = new ArrayList<>(elements);
        with.set(i, each);
        all.add(new ArrayValue(with));
      }
    }
  }

  /// One bundle with one member of another, at every place where both have one.
  private static List<Value> mixed(Value bundle, Value other) {
    List<Value> all = new ArrayList<>();
    if (bundle instanceof ObjectValue mine && other instanceof ObjectValue theirs) {
      for (Value key : theirs.members().keySet()) {
        Value here = mine.find(key);
        Value there = theirs.members().get(key);
        List<Value> inner = new ArrayList<>();
        inner.add(there);
        if (here != null) {
          inner.addAll(mixed(here, there));
        }
        for (Value each : inner) {
          Map<Value, Value> with = new LinkedHashMap<>(mine.members());
          with.put(key, each);
          all.add(new ObjectValue(with));
        }
      }
    } else if (bundle instanceof ArrayValue mine
        && other instanceof ArrayValue theirs
        && mine.size() > 0
        && theirs.size() > 0) {
      List<Value> both = new ArrayList<>(mine.elements());
      both.addAll(theirs.elements());
      all.add(new ArrayValue(both));
      Collections.rotate(both, mine.size());
      all.add(new ArrayValue(both));
      for (Value each : mixed(mine.elements().getFirst(), theirs.elements().getFirst())) {
        List<Value> with = new ArrayList<>(mine.elements());
        with.set(0, each);
        all.add(new ArrayValue(with));
      }
    }
    return all;
  }
}
