package org.recoveryreport.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out the help of all commands alike: as wide as the narrowest usual terminal, sentences wrapped where they stand. */
final class HelpLayout {
    private static final int WIDTH = 80;
    private static final int INDENT = 2;
    private static final int NAMES = 28;

    private HelpLayout() {}

    /** Lays out the help of a command and those below it. */
    static void apply(CommandLine commandLine) {
        commandLine.setUsageHelpWidth(WIDTH);
        separate(commandLine.getCommandSpec());
        commandLine.getSubcommands().values().forEach(HelpLayout::apply);
    }

    /** Keeps the description apart from what follows. */
    private static void separate(CommandSpec command) {
        UsageMessageSpec usage = command.usageMessage();
        if (command.positionalParameters().isEmpty()) {
            usage.optionListHeading("%n");
        } else {
            usage.parameterListHeading("%n");
        }
    }

    /** Ends the help of a command with names and what they mean. */
    static void explain(CommandLine command, String heading, Map<String, String> meanings) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, help -> String.format(heading));
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> table(help, meanings));
    }

    private static String table(Help help, Map<String, String> meanings) {
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(NAMES, INDENT, Overflow.SPAN),
                new Column(WIDTH - NAMES, INDENT, Overflow.WRAP));
        meanings.forEach(table::addRowValues);
        return table.toString();
    }
}
