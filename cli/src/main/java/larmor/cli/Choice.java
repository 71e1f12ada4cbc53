package larmor.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import larmor.bench.choice.Quantity;
import larmor.model.EquationForm;
import larmor.sweep.Direction;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words. */
class Choice<E> implements ITypeConverter<E> {

    /** How results are written. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    /** How an answer is written. */
    enum Answer {
        TEXT,
        JSON
    }

    /** How the outcome of checks or of a comparison is written. */
    enum Summary {
        TEXT,
        JSON,
        MARKDOWN
    }

    /** Whether the self-induced torque acts. */
    enum SelfTorque {
        ON,
        OFF,
        BOTH;

        List<Boolean> settings() {
            return switch (this) {
                case ON -> List.of(true);
                case OFF -> List.of(false);
                case BOTH -> List.of(true, false);
            };
        }
    }

    /** Which way the voltage of a sweep goes. */
    enum Directions {
        UP,
        DOWN,
        BOTH;

        List<Direction> list() {
            return switch (this) {
                case UP -> List.of(Direction.UP);
                case DOWN -> List.of(Direction.DOWN);
                case BOTH -> List.of(Direction.UP, Direction.DOWN);
            };
        }
    }

    /** Reads {@code --format} of an answer. */
    static final class OfAnswer extends Choice<Answer> {
        OfAnswer() {
            super(Answer.values(), answer -> answer.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Reads {@code --direction}. */
    static final class OfDirection extends Choice<Directions> {
        OfDirection() {
            super(Directions.values(), directions -> directions.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Reads {@code --form}. */
    static final class OfForm extends Choice<EquationForm> {
        OfForm() {
            super(EquationForm.values(), EquationForm::id);
        }
    }

    /** Reads {@code --format}. */
    static final class OfFormat extends Choice<Format> {
        OfFormat() {
            super(Format.values(), format -> format.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Reads {@code --format} of a summary. */
    static final class OfSummary extends Choice<Summary> {
        OfSummary() {
            super(Summary.values(), summary -> summary.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Reads {@code --quantity}. */
    static final class OfQuantity extends Choice<Quantity> {
        OfQuantity() {
            super(Quantity.values(), Quantity::id);
        }
    }

    /** Reads {@code --self-torque}. */
    static final class OfSelfTorque extends Choice<SelfTorque> {
        OfSelfTorque() {
            super(SelfTorque.values(), torque -> torque.name().toLowerCase(Locale.ROOT));
        }
    }

    private final E[] values;
    private final Function<E, String> word;

    private Choice(E[] values, Function<E, String> word) {
        this.values = values;
        this.word = word;
    }

    @Override
    public E convert(String text) {
        for (E value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        String words = Arrays.stream(values).map(word).collect(Collectors.joining(", "));
        throw new TypeConversionException("'" + text + "' is not one of " + words);
    }
}
