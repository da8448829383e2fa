package org.recoveryreport.intake;

/** Where a byte of a record stands with regard to quotes, by RFC 4180. */
enum Quoting {
    FIELD_START,
    PLAIN,
    INSIDE,
    /** After a quote inside a quoted field: it closes the field, unless another one follows. */
    QUOTE,
    WRONG;

    /** The state after a byte, which is not a line end outside quotes. */
    Quoting after(byte b) {
        return switch (this) {
            case FIELD_START -> b == '"' ? INSIDE : b == ',' ? FIELD_START : PLAIN;
            case PLAIN -> b == '"' ? WRONG : b == ',' ? FIELD_START : PLAIN;
            case INSIDE -> b == '"' ? QUOTE : INSIDE;
            case QUOTE -> b == '"' ? INSIDE : b == ',' ? FIELD_START : WRONG;
            case WRONG -> WRONG;
        };
    }
}
