<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Sonde::Client::ActNotes</name>
    <message numerus="yes">
        <source>And %n more like these; the command’s rows as JSON have all of them.</source>
        <extracomment>of a list of sentences of which only the first are shown</extracomment>
        <translation>
            <numerusform>And %n more like this; the command’s rows as JSON have all of them.</numerusform>
            <numerusform>And %n more like these; the command’s rows as JSON have all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActTextModel</name>
    <message numerus="yes">
        <source>Act %1, in %n step(s)</source>
        <extracomment>%1 its number on the device</extracomment>
        <translation>
            <numerusform>Act %1, in %n step</numerusform>
            <numerusform>Act %1, in %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActivityPage</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the latest %Ln line(s)</source>
        <extracomment>there are more than are here yet</extracomment>
        <translation>
            <numerusform>the latest %Ln line</numerusform>
            <numerusform>the latest %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln latest entry(s) not searched yet</source>
        <extracomment>entries of the journal that the service is still preparing for the search</extracomment>
        <translation>
            <numerusform>%Ln latest entry not searched yet</numerusform>
            <numerusform>%Ln latest entries not searched yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) were written to “%1”.</source>
        <extracomment>%1 a file</extracomment>
        <translation>
            <numerusform>%Ln line was written to “%1”.</numerusform>
            <numerusform>%Ln lines were written to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::BlockHeader</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <extracomment>%1 rows are shown of %n</extracomment>
        <translation>
            <numerusform>%1 of %Ln row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) before it were asked by Tab in the input line: the command log has them.</source>
        <extracomment>Why the numbers of two blocks do not follow each other</extracomment>
        <translation>
            <numerusform>%n command before it was asked by Tab in the input line: the command log has it.</numerusform>
            <numerusform>%n commands before it were asked by Tab in the input line: the command log has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::BlockNotes</name>
    <message numerus="yes">
        <source>%1 %2 (%Ln problem(s))</source>
        <extracomment>%1 a part of a package, %2 how long it took</extracomment>
        <translation>
            <numerusform>%1 %2 (%Ln problem)</numerusform>
            <numerusform>%1 %2 (%Ln problems)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more: the exported command log has all of them.</source>
        <translation>
            <numerusform>And %Ln more: the exported command log has all of them.</numerusform>
            <numerusform>And %Ln more: the exported command log has all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CaseFile</name>
    <message numerus="yes">
        <source>%n entries of a journal whose tree has this root:</source>
        <translation>
            <numerusform>%n entry of a journal whose tree has this root:</numerusform>
            <numerusform>%n entries of a journal whose tree has this root:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::Cli</name>
    <message numerus="yes">
        <source>The journal is whole: %n entries checked.</source>
        <translation>
            <numerusform>The journal is whole: %n entry checked.</numerusform>
            <numerusform>The journal is whole: %n entries checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The case file is whole: %n entries checked.</source>
        <translation>
            <numerusform>The case file is whole: %n entry checked.</numerusform>
            <numerusform>The case file is whole: %n entries checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n session(s) output or files were removed by retention, as the journal says.</source>
        <translation>
            <numerusform>Of %n session output or files were removed by retention, as the journal says.</numerusform>
            <numerusform>Of %n sessions output or files were removed by retention, as the journal says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CloseSessionDialog</name>
    <message numerus="yes">
        <source>%Ln command(s) still running would be cancelled by disconnecting.</source>
        <translation>
            <numerusform>%Ln command still running would be cancelled by disconnecting.</numerusform>
            <numerusform>%Ln commands still running would be cancelled by disconnecting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ConfirmDialog</name>
    <message numerus="yes">
        <source>What is done, in %n step(s), and nothing else</source>
        <translation>
            <numerusform>What is done, in %n step, and nothing else</numerusform>
            <numerusform>What is done, in %n steps, and nothing else</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names: &quot;a, b, c&quot;</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DevicePage</name>
    <message numerus="yes">
        <source>%Ln command(s)</source>
        <translation>
            <numerusform>%Ln command</numerusform>
            <numerusform>%Ln commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DeviceTextModel</name>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>minutes ago, short</comment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <comment>hours ago, short</comment>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <comment>days ago</comment>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DevicesPage</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln device(s)</source>
        <comment>devices shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln device</numerusform>
            <numerusform>%1 of %Ln devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DisconnectDialog</name>
    <message numerus="yes">
        <source>%n command(s) still running would be cancelled:</source>
        <translation>
            <numerusform>%n command still running would be cancelled:</numerusform>
            <numerusform>%n commands still running would be cancelled:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadTextModel</name>
    <message numerus="yes">
        <source>%n under way</source>
        <extracomment>downloads that are not at their end</extracomment>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <extracomment>downloads that wait for an answer</extracomment>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <extracomment>downloads</extracomment>
        <translation>
            <numerusform>%n finished</numerusform>
            <numerusform>%n finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FilePane</name>
    <message numerus="yes">
        <source>%Ln command(s)</source>
        <comment>that named a library file</comment>
        <translation>
            <numerusform>%Ln command</numerusform>
            <numerusform>%Ln commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FindBar</name>
    <message numerus="yes">
        <source>%n match(es)…</source>
        <extracomment>Places where a text was found; … while more are looked for</extracomment>
        <translation>
            <numerusform>%n match…</numerusform>
            <numerusform>%n matches…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln output(s) not searched yet</source>
        <extracomment>Outputs that are still being loaded</extracomment>
        <translation>
            <numerusform>%Ln output not searched yet</numerusform>
            <numerusform>%Ln outputs not searched yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GovernanceDesk</name>
    <message numerus="yes">
        <source>%Ln to approve</source>
        <translation>
            <numerusform>%Ln to approve</numerusform>
            <numerusform>%Ln to approve</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GroupPreview</name>
    <message numerus="yes">
        <source>It takes %Ln device(s)</source>
        <extracomment>%1 names of devices</extracomment>
        <translation>
            <numerusform>It takes %Ln device</numerusform>
            <numerusform>It takes %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>devices</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GroupsSection</name>
    <message numerus="yes">
        <source>%Ln device group(s)</source>
        <translation>
            <numerusform>%Ln device group</numerusform>
            <numerusform>%Ln device groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln device group(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln device group</numerusform>
            <numerusform>%1 of %Ln device groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::InputLine</name>
    <message numerus="yes">
        <source>%n pasted line(s) to come: Enter sends this one, Esc drops the rest.</source>
        <translation>
            <numerusform>%n pasted line to come: Enter sends this one, Esc drops the rest.</numerusform>
            <numerusform>%n pasted lines to come: Enter sends this one, Esc drops the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LeaveDialog</name>
    <message numerus="yes">
        <source>%Ln command(s) running</source>
        <translation>
            <numerusform>%Ln command running</numerusform>
            <numerusform>%Ln commands running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) under way</source>
        <translation>
            <numerusform>%Ln transfer under way</numerusform>
            <numerusform>%Ln transfers under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) held</source>
        <translation>
            <numerusform>%Ln session held</numerusform>
            <numerusform>%Ln sessions held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) waiting for approval: approved, they run without you</source>
        <translation>
            <numerusform>%Ln command waiting for approval: approved, it runs without you</numerusform>
            <numerusform>%Ln commands waiting for approval: approved, they run without you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LibraryPage</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln file(s)</source>
        <comment>files shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln file</numerusform>
            <numerusform>%1 of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln version(s).</source>
        <translation>
            <numerusform>It has %Ln version.</numerusform>
            <numerusform>It has %Ln versions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) used it; what they did stays in the journal.</source>
        <translation>
            <numerusform>%Ln command used it; what it did stays in the journal.</numerusform>
            <numerusform>%Ln commands used it; what they did stays in the journal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::OutputBody</name>
    <message numerus="yes">
        <source>Copy %n selected row(s) as</source>
        <translation>
            <numerusform>Copy %n selected row as</numerusform>
            <numerusform>Copy %n selected rows as</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shown row(s) as</source>
        <translation>
            <numerusform>Copy %n shown row as</numerusform>
            <numerusform>Copy %n shown rows as</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n shown row(s)…</source>
        <translation>
            <numerusform>Export %n shown row…</numerusform>
            <numerusform>Export %n shown rows…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PackageWindow</name>
    <message numerus="yes">
        <source>%Ln file(s), %1 unpacked.</source>
        <extracomment>%1 a size</extracomment>
        <translation>
            <numerusform>%Ln file, %1 unpacked.</numerusform>
            <numerusform>%Ln files, %1 unpacked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is in %Ln file(s) of %2.</source>
        <extracomment>%1 what was searched for, %2 a number of files</extracomment>
        <translation>
            <numerusform>“%1” is in %Ln file of %2.</numerusform>
            <numerusform>“%1” is in %Ln files of %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PublishersSection</name>
    <message numerus="yes">
        <source>%Ln publisher(s)</source>
        <translation>
            <numerusform>%Ln publisher</numerusform>
            <numerusform>%Ln publishers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln publisher(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln publisher</numerusform>
            <numerusform>%1 of %Ln publishers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RemediationsPage</name>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation>
            <numerusform>%Ln act</numerusform>
            <numerusform>%Ln acts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln act(s)</source>
        <comment>acts shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln act</numerusform>
            <numerusform>%1 of %Ln acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RestartNotice</name>
    <message numerus="yes">
        <source>%1 had ended and was started again. %n command(s) were interrupted: the command log says which.</source>
        <translation>
            <numerusform>%1 had ended and was started again. %n command was interrupted: the command log says which.</numerusform>
            <numerusform>%1 had ended and was started again. %n commands were interrupted: the command log says which.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RolesSection</name>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln role(s)</source>
        <comment>roles shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln role</numerusform>
            <numerusform>%1 of %Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionAnnouncer</name>
    <message numerus="yes">
        <source>%1, %2, %n row(s)</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;completed&quot;)</extracomment>
        <translation>
            <numerusform>%1, %2, %n row</numerusform>
            <numerusform>%1, %2, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingsSection</name>
    <message numerus="yes">
        <source>%Ln setting(s)</source>
        <translation>
            <numerusform>%Ln setting</numerusform>
            <numerusform>%Ln settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln setting(s)</source>
        <comment>settings shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln setting</numerusform>
            <numerusform>%1 of %Ln settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TagsDialog</name>
    <message numerus="yes">
        <source>Tags of %Ln device(s)</source>
        <translation>
            <numerusform>Tags of %Ln device</numerusform>
            <numerusform>Tags of %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln of them)</source>
        <comment>tag</comment>
        <extracomment>%1 a tag</extracomment>
        <translation>
            <numerusform>%1 (%Ln of them)</numerusform>
            <numerusform>%1 (%Ln of them)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TokensSection</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln token(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln token</numerusform>
            <numerusform>%1 of %Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TraceStrip</name>
    <message numerus="yes">
        <source>… and %n more message(s)</source>
        <translation>
            <numerusform>… and %n more message</numerusform>
            <numerusform>… and %n more messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UsersSection</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln user(s)</source>
        <comment>users shown of all</comment>
        <translation>
            <numerusform>%1 of %Ln user</numerusform>
            <numerusform>%1 of %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::VerdictPane</name>
    <message numerus="yes">
        <source>%Ln more finding(s) below</source>
        <translation>
            <numerusform>%Ln more finding below</numerusform>
            <numerusform>%Ln more findings below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more thing(s) that were not scanned</source>
        <translation>
            <numerusform>%Ln more thing that was not scanned</numerusform>
            <numerusform>%Ln more things that were not scanned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::Words</name>
    <message numerus="yes">
        <source>“%1” was stopped: %n process(es) ended, none is left.</source>
        <translation>
            <numerusform>“%1” was stopped: %n process ended, none is left.</numerusform>
            <numerusform>“%1” was stopped: %n processes ended, none is left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <extracomment>a span of time, short</extracomment>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <extracomment>a span of time, short</extracomment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <extracomment>a span of time, short</extracomment>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <extracomment>a span of time</extracomment>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <extracomment>%1 is the number</extracomment>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) scanned, %1: %2 malicious, %3 suspicious, %4 not scanned, %5 unknown, %6 clean.</source>
        <extracomment>%1 a size, %2 to %6 are numbers of files</extracomment>
        <translation>
            <numerusform>%Ln file scanned, %1: %2 malicious, %3 suspicious, %4 not scanned, %5 unknown, %6 clean.</numerusform>
            <numerusform>%Ln files scanned, %1: %2 malicious, %3 suspicious, %4 not scanned, %5 unknown, %6 clean.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names: &quot;a, b, c&quot;</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has other names, which stay: %1 (%n name(s) in all).</source>
        <extracomment>a file&apos;s hard links</extracomment>
        <translation>
            <numerusform>The file has other names, which stay: %1 (%n name in all).</numerusform>
            <numerusform>The file has other names, which stay: %1 (%n names in all).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A plan of %n step(s). Nothing was done.</source>
        <translation>
            <numerusform>A plan of %n step. Nothing was done.</numerusform>
            <numerusform>A plan of %n steps. Nothing was done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n step(s) done.</source>
        <translation>
            <numerusform>Taken back: %n step done.</numerusform>
            <numerusform>Taken back: %n steps done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n step(s).</source>
        <translation>
            <numerusform>Done: %n step.</numerusform>
            <numerusform>Done: %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 steps done.</source>
        <extracomment>%1 is the number of all steps</extracomment>
        <translation>
            <numerusform>%n of %1 steps done.</numerusform>
            <numerusform>%n of %1 steps done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) failed.</source>
        <translation>
            <numerusform>%n step failed.</numerusform>
            <numerusform>%n steps failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) refused.</source>
        <translation>
            <numerusform>%n step refused.</numerusform>
            <numerusform>%n steps refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not confirmed.</source>
        <translation>
            <numerusform>%n step not confirmed.</numerusform>
            <numerusform>%n steps not confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not reached.</source>
        <translation>
            <numerusform>%n step not reached.</numerusform>
            <numerusform>%n steps not reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The package is not whole: %n problem(s). The column “problems” says where; its files summary.json and errors.jsonl list each.</source>
        <translation>
            <numerusform>The package is not whole: %n problem. The column “problems” says where; its files summary.json and errors.jsonl list it.</numerusform>
            <numerusform>The package is not whole: %n problems. The column “problems” says where; its files summary.json and errors.jsonl list each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 The agent was restarted after %Ln file(s); the scan went on from there.</source>
        <extracomment>%1 the sentences before; of a scan</extracomment>
        <translation>
            <numerusform>%1 The agent was restarted after %Ln file; the scan went on from there.</numerusform>
            <numerusform>%1 The agent was restarted after %Ln files; the scan went on from there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The output of the command %1 was removed on %2: it is kept for %n day(s) after its session. The journal still has the line, what became of it and the hash of what it printed.</source>
        <translation>
            <numerusform>The output of the command %1 was removed on %2: it is kept for %n day after its session. The journal still has the line, what became of it and the hash of what it printed.</numerusform>
            <numerusform>The output of the command %1 was removed on %2: it is kept for %n days after its session. The journal still has the line, what became of it and the hash of what it printed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service’s copy of the file that the command %1 brought was removed on %2: it is kept for %n day(s) after its session. The journal still has its path, its size and its hash.</source>
        <translation>
            <numerusform>The service’s copy of the file that the command %1 brought was removed on %2: it is kept for %n day after its session. The journal still has its path, its size and its hash.</numerusform>
            <numerusform>The service’s copy of the file that the command %1 brought was removed on %2: it is kept for %n days after its session. The journal still has its path, its size and its hash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
