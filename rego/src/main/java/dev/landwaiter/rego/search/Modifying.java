package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression with modifiers (reference 10.8).
final class Modifying {
  private final Frame frame;
  private final Step.Modified step;
  private final int index;
  private final List<Ref> replaced = new ArrayList<>();
  private final List<Mocks.Mock> mocks = new ArrayList<>();
  private final List<Ref> barred = new ArrayList<>();
  private @Nullable Value input;
  private @Nullable Value overlay;
  private @Nullable Value outerInput;
  private @Nullable Value outerOverlay;

  Modifying(Frame frame, Step.Modified step, int index) {
    this.index = index;
    this.frame = frame;
    this.step = step;
    this.input = frame.input;
    this.overlay = frame.overlay;
  }

  @Nullable Stop eval(Next next) throws RegoException {
    Residue residue = frame.machine.residue;
    if (residue != null) {
      for (Step.Target target : step.targets()) {
        if (!target.isFunction()
            && residue.unknowns.containsInside(target.with().value(), frame.bindings)) {
          return residue.saveAndMark(frame, step.expr(), next);
        }
      }
      gatherBarred();
    }
    for (Step.Target target : step.targets()) {
      Ref ref = (Ref) target.with().target();
      Term value = Plug.in(target.with().value(), frame.bindings);
      if (target.isFunction()) {
        mocks.add(new Mocks.Mock(ref, value));
        if (target.function().node() != null) {
          replaced.add(ref);
        }
        continue;
      }
      if (value instanceof Scalar scalar) {
        lay(ref, scalar.value());
      } else {
        throw Failure.internal("the value of a modifier is not bound", step.expr().at());
      }
      replaced.add(ref);
    }
    enter();
    Stop stop =
        frame.step(
            step.plain(),
            index,
            step.expr(),
            () -> {
              leave();
              Stop after = next.go();
              enter();
              return after;
            });
    leave();
    return stop;
  }

  /// What the modifiers touch must not be put in the place of a ref: it holds only here.
  private void gatherBarred() {
    var refs =
        new dev.landwaiter.rego.syntax.Rewriting() {
          @Override
          public Term ref(Ref ref) {
            barred.add(Requirement.constantFront(ref));
            return super.ref(ref);
          }

          @Override
          public Ref operator(Ref operator) {
            barred.add(operator);
            return operator;
          }
        };
    refs.expr(step.expr());
  }

  private void lay(Ref target, Value value) {
    List<Term> below = target.parts().subList(1, target.parts().size());
    if (target.head() instanceof Variable root && root.name().equals("input")) {
      input = Merge.put(input, below, value);
    } else {
      overlay = Merge.put(overlay, below, value);
    }
  }

  private void enter() {
    outerInput = frame.input;
    outerOverlay = frame.overlay;
    frame.input = input;
    frame.overlay = overlay;
    frame.machine.push(replaced, mocks);
    if (frame.machine.residue != null) {
      frame.machine.residue.inlining.push(barred);
    }
  }

  private void leave() {
    if (frame.machine.residue != null) {
      frame.machine.residue.inlining.pop();
    }
    frame.machine.pop();
    frame.input = outerInput;
    frame.overlay = outerOverlay;
  }
}
