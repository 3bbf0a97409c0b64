<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Sonde::Client::AboutDialog</name>
    <message>
        <source>About Sonde</source>
        <translation>À propos de Sonde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Live response for security operations: a console on any device, and proof of what was done.</source>
        <translation>La réponse en direct pour les équipes de sécurité&#x202f;: une console sur chaque appareil, et la preuve de ce qui a été fait.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>With Qt %1</source>
        <translation>Avec Qt %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActNotes</name>
    <message numerus="yes">
        <source>And %n more like these; the command’s rows as JSON have all of them.</source>
        <extracomment>of a list of sentences of which only the first are shown</extracomment>
        <translation>
            <numerusform>Et %n autre comme ceux-ci&#x202f;; les lignes de la commande en JSON les contiennent tous.</numerusform>
            <numerusform>Et %n autres comme ceux-ci&#x202f;; les lignes de la commande en JSON les contiennent tous.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActPane</name>
    <message>
        <source>can be undone until %1</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>peut être restauré jusqu’au %1</translation>
    </message>
    <message>
        <source>Undo…</source>
        <extracomment>button: asks first</extracomment>
        <translation>Restaurer…</translation>
    </message>
    <message>
        <source>Undo act %1</source>
        <translation>Restaurer l’action %1</translation>
    </message>
    <message>
        <source>undone since then, by act %1</source>
        <extracomment>of an act; %1 the number of another</extracomment>
        <translation>restauré depuis, par l’acte %1</translation>
    </message>
    <message>
        <source>undone in part since then, by act %1</source>
        <extracomment>of an act; %1 the number of another</extracomment>
        <translation>restauré en partie depuis, par l’acte %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActTextModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>act</comment>
        <extracomment>%1 &quot;remediation&quot;, %2 &quot;file&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>over</source>
        <comment>can be undone until</comment>
        <extracomment>of what an undo would need: it is kept no longer</extracomment>
        <translation>expiré</translation>
    </message>
    <message>
        <source>%1 by act %2</source>
        <comment>undone</comment>
        <extracomment>%1 the number of an act on a device</extracomment>
        <translation>%1 par l’action %2</translation>
    </message>
    <message numerus="yes">
        <source>Act %1, in %n step(s)</source>
        <extracomment>%1 its number on the device</extracomment>
        <translation>
            <numerusform>Action %1, en %n étape</numerusform>
            <numerusform>Action %1, en %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>column of the remediations</extracomment>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>column of the remediations</extracomment>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>column of the remediations: what was done</extracomment>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>To what</source>
        <extracomment>column of the remediations: what it was done to</extracomment>
        <translation>Sur quoi</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>column of the remediations</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>column of the remediations: how much was taken away</extracomment>
        <translation>Taille</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>column of the remediations: who did it</extracomment>
        <translation>Par</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>column of the remediations: why it was done</extracomment>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Can be undone until</source>
        <extracomment>column of the remediations</extracomment>
        <translation>Peut être restauré jusqu’au</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActThings</name>
    <message>
        <source>%1 (%2)</source>
        <comment>process</comment>
        <extracomment>a process: %1 its name, %2 its number</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>of a process: when it was started</extracomment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>thing</comment>
        <extracomment>what is remediated, and what kind of thing that is: &quot;/tmp/x (file)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <extracomment>what is remediated: %1 the name of a process, %2 its number</extracomment>
        <translation>%1 (processus %2)</translation>
    </message>
    <message>
        <source>%1 by %2 (act %3)</source>
        <extracomment>%1 a date and time, %2 a user, %3 the number of an act</extracomment>
        <translation>%1 par %2 (action %3)</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActivityPage</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the latest %Ln line(s)</source>
        <extracomment>there are more than are here yet</extracomment>
        <translation>
            <numerusform>%Ln ligne, la dernière</numerusform>
            <numerusform>les %Ln dernières lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest could not be fetched</source>
        <translation>le reste n’a pas pu être récupéré</translation>
    </message>
    <message numerus="yes">
        <source>%Ln latest entry(s) not searched yet</source>
        <extracomment>entries of the journal that the service is still preparing for the search</extracomment>
        <translation>
            <numerusform>%Ln dernière entrée pas encore parcourue</numerusform>
            <numerusform>%Ln dernières entrées pas encore parcourues</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not clear</source>
        <translation>Ceci n’est pas clair</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>La liste ne peut être affichée</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>The list is being fetched.</source>
        <translation>La liste est en cours de récupération.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Rien n’a été trouvé</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Rien n’a encore été fait</translation>
    </message>
    <message>
        <source>What anybody does in this tenant is listed here: sessions, commands, files, settings, sign-ins.</source>
        <translation>Ce que chacun fait dans ce locataire est listé ici&#x202f;: sessions, commandes, fichiers, paramètres, connexions.</translation>
    </message>
    <message>
        <source>This was done in no session.</source>
        <translation>Cela n’a été fait dans aucune session.</translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation>Exporter l’activité</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Events of OCSF, as JSON (*.json)</source>
        <translation>Événements OCSF, en JSON (*.json)</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exporté</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Non effectué</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Search what was typed and printed, or limit it: %1</source>
        <extracomment>%1: examples, which are the same in every language</extracomment>
        <translation>Chercher ce qui a été saisi et affiché, ou limiter&#x202f;: %1</translation>
    </message>
    <message>
        <source>Search the activity</source>
        <translation>Chercher dans l’activité</translation>
    </message>
    <message>
        <source>Show in its session</source>
        <extracomment>button: goes to the command of a session</extracomment>
        <translation>Afficher dans sa session</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>button: asks for a file</extracomment>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>“%1”: an outcome is one of %2.</source>
        <extracomment>%1 what was typed, %2 a list</extracomment>
        <translation>«&#x202f;%1&#x202f;»&#x202f;: un résultat est l’un de ceux-ci&#x202f;: %2.</translation>
    </message>
    <message>
        <source>“%1”: a time is a day or a moment, as %2 or %3.</source>
        <extracomment>%1 what was typed, %2 and %3 examples</extracomment>
        <translation>«&#x202f;%1&#x202f;»&#x202f;: une date est un jour ou un instant, comme %2 ou %3.</translation>
    </message>
    <message>
        <source>“%1”: there is no device of this name.</source>
        <extracomment>%1 what was typed</extracomment>
        <translation>«&#x202f;%1&#x202f;»&#x202f;: aucun appareil ne porte ce nom.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) were written to “%1”.</source>
        <extracomment>%1 a file</extracomment>
        <translation>
            <numerusform>%Ln ligne a été écrite dans «&#x202f;%1&#x202f;».</numerusform>
            <numerusform>%Ln lignes ont été écrites dans «&#x202f;%1&#x202f;».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActivityTextModel</name>
    <message>
        <source>%1
Command %2 of session %3</source>
        <extracomment>%1 a command line, %2 and %3 numbers</extracomment>
        <translation>%1
Commande %2 de la session %3</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>column of the activity</extracomment>
        <translation>Quand</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>column of the activity: who did it</extracomment>
        <translation>Par</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>column of the activity</extracomment>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>column of the activity: what was done</extracomment>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Outcome</source>
        <extracomment>column of the activity: what became of it</extracomment>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Found in its output</source>
        <extracomment>column of the activity: a line of output with the words that were looked for</extracomment>
        <translation>Trouvé dans sa sortie</translation>
    </message>
    <message>
        <source>%1: command %2</source>
        <extracomment>%1 what was done, %2 the number of a command</extracomment>
        <translation>%1&#x202f;: commande %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 what was done, %2 to what or why: &quot;Device offline: the connection was closed&quot;</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>%1
Session %2</source>
        <extracomment>%1 what was done, %2 a number</extracomment>
        <translation>%1
Session %2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Add what the section lists</source>
        <translation>Ajouter à la liste de la section</translation>
    </message>
    <message>
        <source>Change what is selected</source>
        <translation>Modifier ce qui est sélectionné</translation>
    </message>
    <message>
        <source>Remove or disable what is selected</source>
        <translation>Supprimer ou désactiver ce qui est sélectionné</translation>
    </message>
    <message>
        <source>Move a device group up or down</source>
        <translation>Monter ou descendre un groupe d’appareils</translation>
    </message>
    <message>
        <source>Revert a setting</source>
        <translation>Rétablir la valeur précédente d’un paramètre</translation>
    </message>
    <message>
        <source>Sections of the administration</source>
        <translation>Sections de l’administration</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ApprovalsDialog</name>
    <message>
        <source>Nothing waits for approval.</source>
        <translation>Rien n’attend d’approbation.</translation>
    </message>
    <message>
        <source>What the device would do</source>
        <translation>Ce que l’appareil ferait</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>En attente d’approbation</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Asked</source>
        <extracomment>when somebody asked for approval</extracomment>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>time until a request is denied by itself</extracomment>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>What to know before</source>
        <translation>À savoir avant</translation>
    </message>
    <message>
        <source>Why you approve or deny</source>
        <translation>Pourquoi vous approuvez ou refusez</translation>
    </message>
    <message>
        <source>The plan cannot be read by this version of Sonde.</source>
        <translation>Ce plan ne peut pas être lu par cette version de Sonde.</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>Il n’y a pas de connexion au service.</translation>
    </message>
    <message>
        <source>It is your own: somebody else has to decide.</source>
        <translation>C’est votre demande&#x202f;: quelqu’un d’autre doit décider.</translation>
    </message>
    <message>
        <source>The plan is on its way.</source>
        <translation>Le plan est en cours de réception.</translation>
    </message>
    <message>
        <source>The service has not answered yet.</source>
        <translation>Le service n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>Say why: whoever asked will read it.</source>
        <translation>Indiquez pourquoi&#x202f;: l’auteur de la demande le lira.</translation>
    </message>
    <message>
        <source>Nothing is decided yet: press “Approve” or “Deny”.</source>
        <translation>Rien n’est encore décidé&#x202f;: appuyez sur «&#x202f;Approuver&#x202f;» ou «&#x202f;Refuser&#x202f;».</translation>
    </message>
    <message>
        <source>Choose what you want to look at next.</source>
        <translation>Choisissez ce que vous voulez examiner ensuite.</translation>
    </message>
    <message>
        <source>It has only just come up: read it first.</source>
        <translation>Cela vient de s’afficher&#x202f;: lisez d’abord.</translation>
    </message>
    <message>
        <source>“%1” was not run. %2</source>
        <extracomment>%1 a command line, %2 a sentence that says why</extracomment>
        <translation>«&#x202f;%1&#x202f;» n’a pas été exécuté. %2</translation>
    </message>
    <message>
        <source>Approved: “%1” is run now.</source>
        <extracomment>%1 a command line</extracomment>
        <translation>Approuvé&#x202f;: «&#x202f;%1&#x202f;» est exécuté maintenant.</translation>
    </message>
    <message>
        <source>Denied: “%1” is not run.</source>
        <translation>Refusé&#x202f;: «&#x202f;%1&#x202f;» n’est pas exécuté.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::BlockHeader</name>
    <message>
        <source>waiting for the connection</source>
        <extracomment>State of a line typed while there is no connection</extracomment>
        <translation>en attente de la connexion</translation>
    </message>
    <message>
        <source>Cancel this command</source>
        <translation>Annuler cette commande</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Make larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Show output</source>
        <translation>Afficher la sortie</translation>
    </message>
    <message>
        <source>Hide output</source>
        <translation>Masquer la sortie</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Filter these rows (Ctrl+Shift+L)</source>
        <translation>Filtrer ces lignes (Ctrl+Maj+L)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <extracomment>%1 rows are shown of %n</extracomment>
        <translation>
            <numerusform>%1 sur %Ln ligne</numerusform>
            <numerusform>%1 sur %Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) before it were asked by Tab in the input line: the command log has them.</source>
        <extracomment>Why the numbers of two blocks do not follow each other</extracomment>
        <translation>
            <numerusform>%n commande avant celle-ci a été demandée par Tab dans la ligne de saisie&#x202f;: elle est dans le journal de commandes.</numerusform>
            <numerusform>%n commandes avant celle-ci ont été demandées par Tab dans la ligne de saisie&#x202f;: elles sont dans le journal de commandes.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 how far a download has come, %2 for how long its command has run</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Typed by %1</source>
        <extracomment>%1 a user: not the one whose session it is</extracomment>
        <translation>Saisi par %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::BlockNotes</name>
    <message>
        <source>There is no connection: this line is sent as soon as there is one.</source>
        <translation>Il n’y a pas de connexion&#x202f;: cette ligne sera envoyée dès qu’elle sera rétablie.</translation>
    </message>
    <message>
        <source>The device has not begun yet. You may go on: the answer appears here when it comes.</source>
        <translation>L’appareil n’a pas encore commencé. Vous pouvez continuer&#x202f;: la réponse apparaîtra ici.</translation>
    </message>
    <message>
        <source>0 rows. %1</source>
        <extracomment>an answer that has no rows, and why</extracomment>
        <translation>0 ligne. %1</translation>
    </message>
    <message>
        <source>The device did not confirm the cancel: the command may still be running there.</source>
        <translation>L’appareil n’a pas confirmé l’annulation&#x202f;: la commande s’y exécute peut-être encore.</translation>
    </message>
    <message>
        <source>Trace is on: each command shows its timeline and its messages.</source>
        <translation>La trace est activée&#x202f;: chaque commande montre sa chronologie et ses messages.</translation>
    </message>
    <message>
        <source>Trace is off.</source>
        <translation>La trace est désactivée.</translation>
    </message>
    <message>
        <source>The service has the file; it is not on this computer.</source>
        <translation>Le service a le fichier&#x202f;; il n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Saved as %1: partial, not all that was asked for</source>
        <extracomment>%1 a file</extracomment>
        <translation>Enregistré sous %1&#x202f;: partiel, pas tout ce qui était demandé</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 a part of a package, %2 how long it took</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 (%Ln problem(s))</source>
        <extracomment>%1 a part of a package, %2 how long it took</extracomment>
        <translation>
            <numerusform>%1 %2 (%Ln problème)</numerusform>
            <numerusform>%1 %2 (%Ln problèmes)</numerusform>
        </translation>
    </message>
    <message>
        <source>The time went into: %1.</source>
        <extracomment>%1 a list: &quot;body file 3.2 s, files 12 s (2 problems)&quot;</extracomment>
        <translation>Temps passé&#x202f;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more: the exported command log has all of them.</source>
        <translation>
            <numerusform>Et %Ln de plus&#x202f;: le journal de commandes exporté contient tout.</numerusform>
            <numerusform>Et %Ln de plus&#x202f;: le journal de commandes exporté contient tout.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its output is being loaded…</source>
        <translation>Sa sortie est en cours de chargement…</translation>
    </message>
    <message>
        <source>Command %1 is in the foreground; its own block has what it prints.</source>
        <extracomment>%1 the number of a command</extracomment>
        <translation>La commande %1 est au premier plan&#x202f;; ce qu’elle affiche est dans son propre bloc.</translation>
    </message>
    <message>
        <source>Approved by %1.</source>
        <extracomment>%1 a user</extracomment>
        <translation>Approuvée par %1.</translation>
    </message>
    <message>
        <source>Whoever has the permission “%1” on this device, and did not type it, may approve it until %2; then it is denied by itself.</source>
        <extracomment>%1 a permission, %2 a time</extracomment>
        <translation>Qui a l’autorisation «&#x202f;%1&#x202f;» sur cet appareil, et n’a pas saisi la commande, peut l’approuver jusqu’à %2&#x202f;; ensuite elle est refusée d’elle-même.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::BlockWidget</name>
    <message>
        <source>Command %1: %2</source>
        <translation>Commande %1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Output of %1</source>
        <extracomment>%1 is a command line</extracomment>
        <translation>Sortie de %1</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>Ouvrir dans une fenêtre</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Bring to the foreground</source>
        <translation>Ramener au premier plan</translation>
    </message>
    <message>
        <source>Move to the background</source>
        <translation>Passer en arrière-plan</translation>
    </message>
    <message>
        <source>Cancel this command</source>
        <translation>Annuler cette commande</translation>
    </message>
    <message>
        <source>Compare with an earlier run…</source>
        <translation>Comparer à une exécution antérieure…</translation>
    </message>
    <message>
        <source>Unpin</source>
        <extracomment>Keeps a block in view above the console</extracomment>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Pin above the console</source>
        <translation>Épingler au-dessus de la console</translation>
    </message>
    <message>
        <source>Download it again</source>
        <translation>Télécharger à nouveau</translation>
    </message>
    <message>
        <source>Download it</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Output hidden</source>
        <translation>Sortie masquée</translation>
    </message>
    <message>
        <source>Output shown</source>
        <translation>Sortie affichée</translation>
    </message>
    <message>
        <source>Go to its row</source>
        <translation>Aller à sa ligne</translation>
    </message>
    <message>
        <source>Command %1</source>
        <extracomment>%1 the number of a command</extracomment>
        <translation>Commande %1</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>Cette ligne</translation>
    </message>
    <message>
        <source>Copy the typed line</source>
        <translation>Copier la ligne saisie</translation>
    </message>
    <message>
        <source>Put the typed line into the input</source>
        <translation>Reprendre la ligne saisie dans la saisie</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CaseFile</name>
    <message>
        <source>The file has no seal, or does not end with it.</source>
        <translation>Le fichier n’a pas de sceau, ou ne se termine pas par lui.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed.</source>
        <translation>Le fichier a été modifié après avoir été scellé.</translation>
    </message>
    <message>
        <source>The archive is damaged and cannot be read to its end.</source>
        <translation>L’archive est endommagée et ne peut pas être lue jusqu’à la fin.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 est endommagé.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 s’y trouve deux fois.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 manque.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 a été ajouté.</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 a été modifié.</translation>
    </message>
    <message>
        <source>%1 is not that of a case file of this version.</source>
        <translation>%1 n’est pas celui d’un dossier de cette version.</translation>
    </message>
    <message>
        <source>What follows entry %2 is no entry.</source>
        <translation>Ce qui suit l’entrée %2 n’est pas une entrée.</translation>
    </message>
    <message>
        <source>Entry %2 is not in its place.</source>
        <translation>L’entrée %2 n’est pas à sa place.</translation>
    </message>
    <message>
        <source>Entry %2 does not follow from the one before.</source>
        <translation>L’entrée %2 ne découle pas de la précédente.</translation>
    </message>
    <message>
        <source>%1, of which entry %2 speaks, is missing.</source>
        <translation>%1, dont parle l’entrée %2, manque.</translation>
    </message>
    <message>
        <source>%1 is not what entry %2 says.</source>
        <translation>%1 n’est pas ce que dit l’entrée %2.</translation>
    </message>
    <message>
        <source>No entry speaks of %1.</source>
        <translation>Aucune entrée ne parle de %1.</translation>
    </message>
    <message>
        <source>The service’s statements in %1 are not one for each session.</source>
        <translation>Les déclarations du service dans %1 ne sont pas une par session.</translation>
    </message>
    <message>
        <source>The statement about session %3 is not signed by the service.</source>
        <translation>La déclaration sur la session %3 n’est pas signée par le service.</translation>
    </message>
    <message>
        <source>At entry %2 of session %3 entries were removed, added or changed.</source>
        <translation>À l’entrée %2 de la session %3, des entrées ont été supprimées, ajoutées ou modifiées.</translation>
    </message>
    <message>
        <source>The list of the entries of session %3 is not the one that the service signed.</source>
        <translation>La liste des entrées de la session %3 n’est pas celle que le service a signée.</translation>
    </message>
    <message>
        <source>The entries of session %3 are not in the journal that the service signed.</source>
        <translation>Les entrées de la session %3 ne sont pas dans le journal que le service a signé.</translation>
    </message>
    <message>
        <source>Another entry %2 was signed.</source>
        <translation>C’est une autre entrée %2 qui a été signée.</translation>
    </message>
    <message>
        <source>Nothing that was signed covers entry %2.</source>
        <translation>Rien de ce qui a été signé ne couvre l’entrée %2.</translation>
    </message>
    <message>
        <source>The countersignature of %4 is not good.</source>
        <translation>La contresignature du %4 n’est pas valable.</translation>
    </message>
    <message>
        <source>The journal ends before entry %2, but a later one was countersigned at %4: it was cut, or an older copy was put in its place.</source>
        <translation>Le journal finit avant l’entrée %2, mais une entrée plus récente a été contresignée le %4&#x202f;: il a été coupé, ou remplacé par une copie plus ancienne.</translation>
    </message>
    <message>
        <source>At or before entry %2 the journal is not what was countersigned at %4 (session %3).</source>
        <translation>À l’entrée %2 ou avant, le journal n’est pas celui qui a été contresigné le %4 (session %3).</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Locataire</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Établi</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Établi par</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Entries of the journal</source>
        <translation>Entrées du journal</translation>
    </message>
    <message>
        <source>All times are UTC. The bytes of every output, the journal and the hashes are in the archive beside this report; “sonde-cli verify” checks it.</source>
        <translation>Toutes les heures sont en UTC. Les octets de chaque sortie, le journal et les empreintes sont dans l’archive, à côté de ce rapport&#x202f;; «&#x202f;sonde-cli verify&#x202f;» la vérifie.</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Session %1</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analyste</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>Pourquoi elle a pris fin</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nº</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Output (SHA-256)</source>
        <translation>Sortie (SHA-256)</translation>
    </message>
    <message>
        <source>Files from the device</source>
        <translation>Fichiers de l’appareil</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>Remis à</translation>
    </message>
    <message>
        <source>What was done to devices</source>
        <translation>Ce qui a été fait aux appareils</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Key of the journal (SHA-256)</source>
        <translation>Clé du journal (SHA-256)</translation>
    </message>
    <message>
        <source>Whole journal</source>
        <translation>Journal entier</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of a journal whose tree has this root:</source>
        <translation>
            <numerusform>%n entrée d’un journal dont l’arbre a cette racine&#x202f;:</numerusform>
            <numerusform>%n entrées d’un journal dont l’arbre a cette racine&#x202f;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Countersigned at %1</source>
        <translation>Contresigné le %1</translation>
    </message>
    <message>
        <source>entry %1, by the key</source>
        <translation>entrée %1, par la clé</translation>
    </message>
    <message>
        <source>The outputs of session %1 were removed by retention, as entry %2 says.</source>
        <translation>Les sorties de la session %1 ont été supprimées à la fin de leur conservation, comme le dit l’entrée %2.</translation>
    </message>
    <message>
        <source>The files of session %1 were removed by retention, as entry %2 says.</source>
        <translation>Les fichiers de la session %1 ont été supprimés à la fin de leur conservation, comme le dit l’entrée %2.</translation>
    </message>
    <message>
        <source>It went on when this file was made.</source>
        <translation>Elle durait encore quand ce fichier a été fait.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Who else acted in it</source>
        <extracomment>heading of a table: who besides its owner acted in a session, and when</extracomment>
        <translation>Qui d’autre y a agi</translation>
    </message>
    <message>
        <source>Approved by %1.</source>
        <extracomment>%1 a user</extracomment>
        <translation>Approuvée par %1.</translation>
    </message>
    <message>
        <source>It takes back act %1 of this device.</source>
        <extracomment>%1 a number</extracomment>
        <translation>Elle annule l’action %1 de cet appareil.</translation>
    </message>
    <message>
        <source>Taken back by act %1 of this device.</source>
        <extracomment>%1 a number</extracomment>
        <translation>Annulée par l’action %1 de cet appareil.</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Approuvée par</translation>
    </message>
    <message>
        <source>What a session that is not in this file did is not told here: it may have taken back something of this.</source>
        <translation>Ce qu’a fait une session absente de ce fichier n’est pas dit ici&#x202f;: elle a pu annuler quelque chose de ceci.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CaseFileExport</name>
    <message>
        <source>Export case file</source>
        <translation>Exporter le dossier</translation>
    </message>
    <message>
        <source>Case file (*.zip)</source>
        <translation>Dossier (*.zip)</translation>
    </message>
    <message>
        <source>The case file is being made…</source>
        <translation>Établissement du dossier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Case file exported</source>
        <translation>Dossier exporté</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Non effectué</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The case file is in %1. Whoever has it can check it without the tenant: %2</source>
        <extracomment>%1 a file, %2 a command line</extracomment>
        <translation>Le dossier est dans %1. Qui l’a peut le vérifier sans le locataire&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::Cli</name>
    <message>
        <source>%1: written to %2</source>
        <translation>%1&#x202f;: écrit dans %2</translation>
    </message>
    <message>
        <source>The device is offline: the session waits for it.</source>
        <translation>L’appareil est hors ligne&#x202f;: la session l’attend.</translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %n entries checked.</source>
        <translation>
            <numerusform>Le journal est intact&#x202f;: %n entrée vérifiée.</numerusform>
            <numerusform>Le journal est intact&#x202f;: %n entrées vérifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library has the same content as “%1”.</source>
        <translation>La bibliothèque a le même contenu sous le nom «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>%1: saved as %2</source>
        <translation>%1&#x202f;: enregistré sous %2</translation>
    </message>
    <message>
        <source>Uses an embedded tenant with this computer as its device.</source>
        <translation>Utilise un locataire intégré dont cet ordinateur est l’appareil.</translation>
    </message>
    <message>
        <source>Keeps the embedded tenant&apos;s state in this directory.</source>
        <translation>Conserve l’état du locataire intégré dans ce répertoire.</translation>
    </message>
    <message>
        <source>Signs in to this tenant.</source>
        <translation>Se connecte à ce locataire.</translation>
    </message>
    <message>
        <source>The user to sign in.</source>
        <translation>L’utilisateur à connecter.</translation>
    </message>
    <message>
        <source>Reads the password from the first line of this file; without it, from standard input.</source>
        <translation>Lit le mot de passe sur la première ligne de ce fichier&#x202f;; sans cette option, sur l’entrée standard.</translation>
    </message>
    <message>
        <source>The SHA-256 of the tenant&apos;s CA certificate, as the service prints it; needed the first time.</source>
        <translation>Le SHA-256 du certificat de l’autorité du locataire, tel que le service l’affiche&#x202f;; nécessaire la première fois.</translation>
    </message>
    <message>
        <source>json or table (the default).</source>
        <translation>json ou table (par défaut).</translation>
    </message>
    <message>
        <source>Where “getfile” and “&gt; file” write; without it, the current directory.</source>
        <translation>Où écrivent «&#x202f;getfile&#x202f;» et «&#x202f;&gt; fichier&#x202f;»&#x202f;; sans cette option, le répertoire courant.</translation>
    </message>
    <message>
        <source>Keeps what “getfile” brings as it is, not in a zip with the password “infected”.</source>
        <translation>Conserve tel quel ce que «&#x202f;getfile&#x202f;» rapporte, au lieu d’un zip protégé par le mot de passe «&#x202f;infected&#x202f;».</translation>
    </message>
    <message>
        <source>Lets “&gt; file” and downloads replace a file that exists, and an upload become a new version of one.</source>
        <translation>Permet à «&#x202f;&gt; fichier&#x202f;» et aux téléchargements de remplacer un fichier existant, et à un téléversement d’en devenir une nouvelle version.</translation>
    </message>
    <message>
        <source>The language of messages: en, ja or fr; without it, the system&apos;s.</source>
        <translation>La langue des messages&#x202f;: en, ja ou fr&#x202f;; sans cette option, celle du système.</translation>
    </message>
    <message>
        <source>Needs no tenant.</source>
        <translation>N’a besoin d’aucun locataire.</translation>
    </message>
    <message>
        <source>Needs the address of a tenant, but nobody to sign in: --tenant URL --user NAME.</source>
        <translation>A besoin de l’adresse d’un locataire, sans connexion d’utilisateur&#x202f;: --tenant URL --user NAME.</translation>
    </message>
    <message>
        <source>Needs a tenant: --embedded, or --tenant URL --user NAME.</source>
        <translation>A besoin d’un locataire&#x202f;: --embedded, ou --tenant URL --user NAME.</translation>
    </message>
    <message>
        <source>Needs a tenant: --embedded, or --tenant URL --user NAME; and starts a session on the device.</source>
        <translation>A besoin d’un locataire&#x202f;: --embedded, ou --tenant URL --user NAME&#x202f;; lance une session sur l’appareil.</translation>
    </message>
    <message>
        <source>Sonde&apos;s controllers without its windows: for scripts, automation and tests.</source>
        <translation>Les contrôleurs de Sonde sans ses fenêtres&#x202f;: pour les scripts, l’automatisation et les tests.</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>Verbes</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>DEVICE is a name or an ID; “this” is the embedded tenant&apos;s own device.
Exit status: 0 completed, 1 failed on the device, 2 usage, 3 refused, 4 no connection, 5 cancelled or expired.
“sonde-cli help VERB” explains one verb.</source>
        <translation>DEVICE est un nom ou un ID d’appareil&#x202f;; «&#x202f;this&#x202f;» est l’appareil du locataire intégré.
Code de sortie&#x202f;: 0 terminée, 1 échouée sur l’appareil, 2 syntaxe, 3 refusée, 4 pas de connexion, 5 annulée ou expirée.
«&#x202f;sonde-cli help VERB&#x202f;» explique un verbe.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>FILTER is what the filter line of the device inventory takes: a part of a name, or a field and a value with a colon between them.</source>
        <translation>FILTER est ce qu’accepte le filtre de l’inventaire des appareils&#x202f;: une partie d’un nom, ou un champ et une valeur séparés par deux-points.</translation>
    </message>
    <message>
        <source>Lists the evidence that “getfile” brought, or downloads that of one command.</source>
        <translation>Liste les preuves rapportées par «&#x202f;getfile&#x202f;», ou télécharge celle d’une commande.</translation>
    </message>
    <message>
        <source>ID is that of the command. A download goes on where an earlier attempt left it; it is written to --download-dir.</source>
        <translation>ID est celui de la commande. Un téléchargement reprend là où une tentative précédente l’a laissé&#x202f;; il est écrit dans --download-dir.</translation>
    </message>
    <message>
        <source>Lists what the tenant has.</source>
        <translation>Liste ce que possède le locataire.</translation>
    </message>
    <message>
        <source>Downloads that of one command.</source>
        <translation>Télécharge celle d’une commande.</translation>
    </message>
    <message>
        <source>The token is printed; it is good once, for a day. Give it to the agent on its standard input, not on its command line.</source>
        <translation>Le jeton est affiché&#x202f;; il sert une fois, pendant un jour. Donnez-le à l’agent sur son entrée standard, pas sur sa ligne de commande.</translation>
    </message>
    <message>
        <source>Runs lines in one session: starts it, runs them in their order, disconnects.</source>
        <translation>Exécute des lignes dans une session&#x202f;: la lance, les exécute dans l’ordre, se déconnecte.</translation>
    </message>
    <message>
        <source>Each LINE is one as the console takes it. A line with &amp; at its end is not waited for before the next one, but before the end. The exit status is that of the first line that did not complete.</source>
        <translation>Chaque LINE est une ligne telle que la console l’accepte. Une ligne qui finit par &amp; n’est pas attendue avant la suivante, mais avant la fin. Le code de sortie est celui de la première ligne qui n’a pas abouti.</translation>
    </message>
    <message>
        <source>Lists the verbs, or explains one.</source>
        <translation>Liste les verbes, ou en explique un.</translation>
    </message>
    <message>
        <source>“sonde-cli VERB --help” says the same. The commands of the console are explained by “help” in a session.</source>
        <translation>«&#x202f;sonde-cli VERB --help&#x202f;» dit la même chose. Les commandes de la console sont expliquées par «&#x202f;help&#x202f;» dans une session.</translation>
    </message>
    <message>
        <source>Shows the journal of the tenant, or checks it.</source>
        <translation>Affiche le journal du locataire, ou le vérifie.</translation>
    </message>
    <message>
        <source>An entry for everything that was done, oldest first; each holds the hash of the one before.</source>
        <translation>Une entrée pour tout ce qui a été fait, la plus ancienne d’abord&#x202f;; chacune contient le hachage de la précédente.</translation>
    </message>
    <message>
        <source>Only the entries of this session.</source>
        <translation>Seulement les entrées de cette session.</translation>
    </message>
    <message>
        <source>Only the entries after this number.</source>
        <translation>Seulement les entrées après ce numéro.</translation>
    </message>
    <message>
        <source>Lists, uploads, downloads and deletes library files.</source>
        <translation>Liste, téléverse, télécharge et supprime des fichiers de la bibliothèque.</translation>
    </message>
    <message>
        <source>An upload of a name that the library has becomes its new version with --overwrite; what is not said of it stays as it was.</source>
        <translation>Un téléversement sous un nom que la bibliothèque contient en devient la nouvelle version avec --overwrite&#x202f;; ce qui n’en est pas dit reste comme avant.</translation>
    </message>
    <message>
        <source>Lists the newest version of each file.</source>
        <translation>Liste la dernière version de chaque fichier.</translation>
    </message>
    <message>
        <source>Lists the versions of one file.</source>
        <translation>Liste les versions d’un fichier.</translation>
    </message>
    <message>
        <source>Uploads a file of this computer.</source>
        <translation>Téléverse un fichier de cet ordinateur.</translation>
    </message>
    <message>
        <source>Downloads a file to --download-dir.</source>
        <translation>Télécharge un fichier dans --download-dir.</translation>
    </message>
    <message>
        <source>Deletes a file with all its versions.</source>
        <translation>Supprime un fichier avec toutes ses versions.</translation>
    </message>
    <message>
        <source>With upload: what the file is for.</source>
        <translation>Avec upload&#x202f;: à quoi sert le fichier.</translation>
    </message>
    <message>
        <source>With upload: an example and a description of the script&apos;s parameters.</source>
        <translation>Avec upload&#x202f;: un exemple et une description des paramètres du script.</translation>
    </message>
    <message>
        <source>Lists them.</source>
        <translation>Les liste.</translation>
    </message>
    <message>
        <source>Closes one.</source>
        <translation>En ferme une.</translation>
    </message>
    <message>
        <source>Runs the lines of standard input in one session, as they come.</source>
        <translation>Exécute dans une session les lignes de l’entrée standard, à mesure qu’elles arrivent.</translation>
    </message>
    <message>
        <source>As “exec” does with the lines of its command line. “disconnect”, or the end of the input, ends the session.</source>
        <translation>Comme «&#x202f;exec&#x202f;» le fait des lignes de sa ligne de commande. «&#x202f;disconnect&#x202f;», ou la fin de l’entrée, met fin à la session.</translation>
    </message>
    <message>
        <source>Shows the settings of the tenant, or changes one.</source>
        <translation>Affiche les paramètres du locataire, ou en modifie un.</translation>
    </message>
    <message>
        <source>Only a security administrator can change one; the journal keeps who did, and what it was before.</source>
        <translation>Seul un administrateur de la sécurité peut en modifier un&#x202f;; le journal conserve qui l’a fait, et la valeur précédente.</translation>
    </message>
    <message>
        <source>Shows all.</source>
        <translation>Les affiche tous.</translation>
    </message>
    <message>
        <source>Shows one.</source>
        <translation>En affiche un.</translation>
    </message>
    <message>
        <source>Changes one, and shows all.</source>
        <translation>En modifie un, et les affiche tous.</translation>
    </message>
    <message>
        <source>Makes --user the first administrator of a new tenant.</source>
        <translation>Fait de --user le premier administrateur d’un nouveau locataire.</translation>
    </message>
    <message>
        <source>The set-up token, as the service prints it at its first start, is the first line of standard input; the new password comes from --password-file. --fingerprint is needed.</source>
        <translation>Le jeton d’installation, que le service affiche à son premier démarrage, est la première ligne de l’entrée standard&#x202f;; le nouveau mot de passe vient de --password-file. --fingerprint est nécessaire.</translation>
    </message>
    <message>
        <source>%1: partial, written to %2</source>
        <translation>%1&#x202f;: partiel, écrit dans %2</translation>
    </message>
    <message>
        <source>%1: the service has the file, this computer has not</source>
        <translation>%1&#x202f;: le service a le fichier, pas cet ordinateur</translation>
    </message>
    <message>
        <source>Makes a code that ends the isolation of a device which has lost its service.</source>
        <translation>Crée un code qui lève l’isolement d’un appareil qui a perdu son service.</translation>
    </message>
    <message>
        <source>The code is printed, and until when it is good; who is at the device gives it to its agent: “sonde-agent --data DIR --release -” reads it from standard input. It is good for that device alone, and the journal knows who made it.</source>
        <translation>Le code est affiché, avec sa date d’expiration&#x202f;; la personne devant l’appareil le donne à l’agent&#x202f;: «&#x202f;sonde-agent --data DIR --release -&#x202f;» le lit sur l’entrée standard. Il n’est valable que pour cet appareil, et le journal sait qui l’a créé.</translation>
    </message>
    <message>
        <source>How long it is good; at most 168, a week.</source>
        <translation>Combien d’heures il est valable&#x202f;; au plus 168, une semaine.</translation>
    </message>
    <message>
        <source>Good until %1.</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>Valable jusqu’au %1.</translation>
    </message>
    <message>
        <source>Lists the devices of the tenant, or removes one.</source>
        <translation>Liste les appareils du locataire, ou en retire un.</translation>
    </message>
    <message>
        <source>Lists the devices.</source>
        <translation>Liste les appareils.</translation>
    </message>
    <message>
        <source>Lets a device connect no longer: its certificate is good for nothing from now on.</source>
        <translation>Ne laisse plus un appareil se connecter&#x202f;: son certificat ne vaut plus rien dès maintenant.</translation>
    </message>
    <message>
        <source>Checks the hash chain, what was signed, the stored outputs and the tables beside them.</source>
        <translation>Vérifie la chaîne de hachage, ce qui a été signé, les sorties enregistrées et les tables qui les accompagnent.</translation>
    </message>
    <message>
        <source>Prints where the journal ends, as a line to keep elsewhere. With --verify, reads such a line from standard input and checks that it is still so.</source>
        <translation>Affiche où finit le journal, en une ligne à garder ailleurs. Avec --verify, lit une telle ligne sur l’entrée standard et vérifie qu’il en est toujours ainsi.</translation>
    </message>
    <message>
        <source>Lists the users of the tenant, adds and changes them.</source>
        <translation>Liste les utilisateurs du locataire, en ajoute et les modifie.</translation>
    </message>
    <message>
        <source>Lists the users.</source>
        <translation>Liste les utilisateurs.</translation>
    </message>
    <message>
        <source>Adds a user.</source>
        <translation>Ajoute un utilisateur.</translation>
    </message>
    <message>
        <source>Lets a user sign in no longer; what they did stays.</source>
        <translation>Ne laisse plus un utilisateur se connecter&#x202f;; ce qu’il a fait reste.</translation>
    </message>
    <message>
        <source>Lets a user sign in again.</source>
        <translation>Laisse de nouveau un utilisateur se connecter.</translation>
    </message>
    <message>
        <source>Sets a new password for a user.</source>
        <translation>Définit un nouveau mot de passe pour un utilisateur.</translation>
    </message>
    <message>
        <source>Signs a user out everywhere; their sessions stay.</source>
        <translation>Déconnecte un utilisateur partout&#x202f;; ses sessions restent.</translation>
    </message>
    <message>
        <source>Checks a case file, without the tenant.</source>
        <translation>Vérifie un dossier, sans le locataire.</translation>
    </message>
    <message numerus="yes">
        <source>The case file is whole: %n entries checked.</source>
        <translation>
            <numerusform>Le dossier est intact&#x202f;: %n entrée vérifiée.</numerusform>
            <numerusform>Le dossier est intact&#x202f;: %n entrées vérifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Key of the journal: %1</source>
        <translation>Clé du journal&#x202f;: %1</translation>
    </message>
    <message>
        <source>Sealed with key: %1</source>
        <translation>Scellé avec la clé&#x202f;: %1</translation>
    </message>
    <message>
        <source>Whether live response is on for a server also while it is off for servers.</source>
        <translation>Indique si la réponse en direct reste active pour un serveur quand elle ne l’est pas pour les serveurs.</translation>
    </message>
    <message>
        <source>A tag that the device gets, by which a device group can take it; without it, none.</source>
        <translation>Une étiquette que reçoit l’appareil, par laquelle un groupe d’appareils peut le prendre&#x202f;; sans elle, aucune.</translation>
    </message>
    <message>
        <source>Lists the device groups, adds, changes and removes them.</source>
        <translation>Liste les groupes d’appareils, en ajoute, les modifie et les supprime.</translation>
    </message>
    <message>
        <source>A device is in the first group, by rank, whose rule takes it: of each property that has values one must fit. Values are separated by commas, ten at most for each property, and * stands for any letters. Devices that no group takes are in “ungrouped”, which is always the last. Levels are none, semi-all-folders, semi-core-folders, semi-non-temp-folders and full; with “none” there is no live response. What is not said stays as it is.</source>
        <translation>Un appareil est dans le premier groupe, par rang, dont la règle le prend&#x202f;: pour chaque propriété qui a des valeurs, l’une d’elles doit convenir. Les valeurs sont séparées par des virgules, dix au plus par propriété, et * remplace n’importe quelles lettres. Les appareils qu’aucun groupe ne prend sont dans «&#x202f;ungrouped&#x202f;», qui est toujours le dernier. Les niveaux sont none, semi-all-folders, semi-core-folders, semi-non-temp-folders et full&#x202f;; avec «&#x202f;none&#x202f;», il n’y a pas de réponse en direct. Ce qui n’est pas indiqué reste tel quel.</translation>
    </message>
    <message>
        <source>Lists the groups by rank.</source>
        <translation>Liste les groupes par rang.</translation>
    </message>
    <message>
        <source>Shows what a rule would take, for a new group or instead of the one of that name; nothing is changed.</source>
        <translation>Montre ce que prendrait une règle, pour un nouveau groupe ou à la place de celui de ce nom&#x202f;; rien n’est modifié.</translation>
    </message>
    <message>
        <source>Adds a group.</source>
        <translation>Ajoute un groupe.</translation>
    </message>
    <message>
        <source>Changes a group.</source>
        <translation>Modifie un groupe.</translation>
    </message>
    <message>
        <source>Removes a group that no role is for.</source>
        <translation>Supprime un groupe qui n’est visé par aucun rôle.</translation>
    </message>
    <message>
        <source>Host names.</source>
        <translation>Noms d’hôte.</translation>
    </message>
    <message>
        <source>DNS domains.</source>
        <translation>Domaines DNS.</translation>
    </message>
    <message>
        <source>Windows, macOS, Linux, or names of operating systems.</source>
        <translation>Windows, macOS, Linux, ou des noms de systèmes d’exploitation.</translation>
    </message>
    <message>
        <source>Tags of devices.</source>
        <translation>Étiquettes d’appareils.</translation>
    </message>
    <message>
        <source>The automation level; of a new group full.</source>
        <translation>Le niveau de correction automatique&#x202f;; full pour un nouveau groupe.</translation>
    </message>
    <message>
        <source>Its place, 1 being the first; without it, a new group is the last but for “ungrouped”.</source>
        <translation>Sa place, 1 étant la première&#x202f;; sans elle, un nouveau groupe est le dernier avant «&#x202f;ungrouped&#x202f;».</translation>
    </message>
    <message>
        <source>Its new name.</source>
        <translation>Son nouveau nom.</translation>
    </message>
    <message>
        <source>What it is for.</source>
        <translation>À quoi il sert.</translation>
    </message>
    <message>
        <source>Lists, adds and removes the publishers whose PowerShell scripts are trusted.</source>
        <translation>Liste, ajoute et supprime les éditeurs dont les scripts PowerShell sont approuvés.</translation>
    </message>
    <message>
        <source>FILE is a certificate in PEM. What is in the library is judged anew at once.</source>
        <translation>FILE est un certificat au format PEM. Le contenu de la bibliothèque est réévalué aussitôt.</translation>
    </message>
    <message>
        <source>Lists the publishers.</source>
        <translation>Liste les éditeurs.</translation>
    </message>
    <message>
        <source>Trusts the publisher with this certificate.</source>
        <translation>Approuve l’éditeur qui a ce certificat.</translation>
    </message>
    <message>
        <source>Trusts the certificate with this SHA-256 no longer.</source>
        <translation>N’approuve plus le certificat qui a ce SHA-256.</translation>
    </message>
    <message>
        <source>Lists the roles of the tenant, adds, changes and removes its own.</source>
        <translation>Liste les rôles du locataire, ajoute, modifie et supprime les siens.</translation>
    </message>
    <message>
        <source>Permissions and device groups are separated by commas; “all” stands for all groups. What is not said stays as it is. A change takes effect at once, also for who is at work: sessions and commands that the role does not give any more end.</source>
        <translation>Les autorisations et les groupes d’appareils sont séparés par des virgules&#x202f;; «&#x202f;all&#x202f;» désigne tous les groupes. Ce qui n’est pas indiqué reste tel quel. Une modification prend effet aussitôt, même pour qui est au travail&#x202f;: les sessions et les commandes que le rôle ne donne plus se terminent.</translation>
    </message>
    <message>
        <source>Lists the roles.</source>
        <translation>Liste les rôles.</translation>
    </message>
    <message>
        <source>Adds a role.</source>
        <translation>Ajoute un rôle.</translation>
    </message>
    <message>
        <source>Changes what a role gives, and where.</source>
        <translation>Modifie ce que donne un rôle, et où.</translation>
    </message>
    <message>
        <source>Removes a role that nobody has.</source>
        <translation>Supprime un rôle que personne n’a.</translation>
    </message>
    <message>
        <source>What the role gives; without it, a new role gives nothing.</source>
        <translation>Ce que donne le rôle&#x202f;; sans elle, un nouveau rôle ne donne rien.</translation>
    </message>
    <message>
        <source>The device groups for which it gives that; without it, a new role is for all.</source>
        <translation>Les groupes d’appareils pour lesquels il le donne&#x202f;; sans elle, un nouveau rôle vaut pour tous.</translation>
    </message>
    <message>
        <source>Makes one what it was before its last change.</source>
        <translation>Rend à un paramètre la valeur d’avant sa dernière modification.</translation>
    </message>
    <message>
        <source>Of “revert”: the entry of the journal whose change is taken back; without it, the last one.</source>
        <translation>Pour «&#x202f;revert&#x202f;»&#x202f;: l’entrée du journal dont la modification est annulée&#x202f;; sans elle, la dernière.</translation>
    </message>
    <message>
        <source>Gives devices tags, or takes them away.</source>
        <translation>Donne des étiquettes à des appareils, ou les retire.</translation>
    </message>
    <message>
        <source>TAGS are separated by commas. Tags can decide which group a device is in. It is done for all of the devices or for none.</source>
        <translation>TAGS sont séparées par des virgules. Les étiquettes peuvent décider du groupe d’un appareil. C’est fait pour tous les appareils ou pour aucun.</translation>
    </message>
    <message>
        <source>Gives devices these tags.</source>
        <translation>Donne ces étiquettes à des appareils.</translation>
    </message>
    <message>
        <source>Takes these tags away from devices.</source>
        <translation>Retire ces étiquettes à des appareils.</translation>
    </message>
    <message>
        <source>Gives a user these roles instead of what they had.</source>
        <translation>Donne à un utilisateur ces rôles à la place de ceux qu’il avait.</translation>
    </message>
    <message>
        <source>The roles of the new user; without it, analyst.</source>
        <translation>Les rôles du nouvel utilisateur&#x202f;; sans elle, analyst.</translation>
    </message>
    <message>
        <source>Shows what was done in the tenant, and finds what was typed and printed.</source>
        <translation>Montre ce qui a été fait dans le locataire, et trouve ce qui a été saisi et affiché.</translation>
    </message>
    <message>
        <source>Newest first. With words: the commands in whose line or in one line of whose output all of them are; the beginning of a word is enough.</source>
        <translation>Du plus récent au plus ancien. Avec des mots&#x202f;: les commandes qui les ont tous dans leur ligne ou dans une ligne de leur sortie&#x202f;; le début d’un mot suffit.</translation>
    </message>
    <message>
        <source>Only what this user did.</source>
        <translation>Seulement ce que cet utilisateur a fait.</translation>
    </message>
    <message>
        <source>Only what is about this device.</source>
        <translation>Seulement ce qui concerne cet appareil.</translation>
    </message>
    <message>
        <source>Only what is underway, done, partly done, failed, refused or cancelled: “underway”, “done”, “partly”, “failed”, “refused”, “cancelled”.</source>
        <translation>Seulement ce qui est en cours, fait, fait en partie, échoué, refusé ou annulé&#x202f;: «&#x202f;underway&#x202f;», «&#x202f;done&#x202f;», «&#x202f;partly&#x202f;», «&#x202f;failed&#x202f;», «&#x202f;refused&#x202f;», «&#x202f;cancelled&#x202f;».</translation>
    </message>
    <message>
        <source>Only from this time on, e.g. 2026-11-26T08:00:00Z.</source>
        <translation>Seulement à partir de cette heure, p. ex. 2026-11-26T08:00:00Z.</translation>
    </message>
    <message>
        <source>Only before this time.</source>
        <translation>Seulement avant cette heure.</translation>
    </message>
    <message>
        <source>At most so many; without it 50 on the screen, and everything with --format.</source>
        <translation>Au plus autant&#x202f;; sans cela, 50 à l’écran, et tout avec --format.</translation>
    </message>
    <message>
        <source>csv, or ocsf: one event of OCSF 1.8 as JSON per line.</source>
        <translation>csv, ou ocsf&#x202f;: un événement OCSF 1.8 en JSON par ligne.</translation>
    </message>
    <message>
        <source>Makes a case file: what was done in sessions, with its proof.</source>
        <translation>Établit un dossier&#x202f;: ce qui a été fait dans des sessions, avec sa preuve.</translation>
    </message>
    <message>
        <source>An archive with the journal’s entries, the outputs, the list of evidence, what was done to the device, and a report. Whoever has it can check it without the tenant: “sonde-cli verify FILE”.</source>
        <translation>Une archive avec les entrées du journal, les sorties, la liste des preuves, ce qui a été fait à l’appareil, et un rapport. Qui l’a peut la vérifier sans le locataire&#x202f;: «&#x202f;sonde-cli verify FILE&#x202f;».</translation>
    </message>
    <message>
        <source>Of these sessions.</source>
        <translation>De ces sessions.</translation>
    </message>
    <message>
        <source>Of the whole journal.</source>
        <translation>Du journal entier.</translation>
    </message>
    <message>
        <source>Where it goes.</source>
        <translation>Où l’écrire.</translation>
    </message>
    <message>
        <source>Command %1 waits for a second person to approve it.</source>
        <extracomment>%1: a command&apos;s number</extracomment>
        <translation>La commande %1 attend l’approbation d’une deuxième personne.</translation>
    </message>
    <message>
        <source>Lists the commands that wait for a second person, approves and denies them.</source>
        <translation>Liste les commandes qui attendent une deuxième personne, les approuve et les refuse.</translation>
    </message>
    <message>
        <source>What needs approval the settings say (approval-verbs) and the device groups. Nobody decides about their own. Approved, a command runs as it is shown, if it still may; nobody&apos;s answer denies it when its time is over.</source>
        <translation>Ce qui doit être approuvé est indiqué par les paramètres (approval-verbs) et les groupes d’appareils. Personne ne décide de sa propre demande. Approuvée, une commande s’exécute telle qu’affichée, si elle est encore permise&#x202f;; sans réponse, elle est refusée à l’échéance.</translation>
    </message>
    <message>
        <source>Lists those one may decide about, and one&apos;s own.</source>
        <translation>Liste celles dont on peut décider, et les siennes.</translation>
    </message>
    <message>
        <source>Shows what the device said that it would do.</source>
        <translation>Montre ce que l’appareil a dit qu’il ferait.</translation>
    </message>
    <message>
        <source>Has the command run.</source>
        <translation>Fait exécuter la commande.</translation>
    </message>
    <message>
        <source>Refuses it; needs a reason.</source>
        <translation>La refuse&#x202f;; un motif est nécessaire.</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>Le motif.</translation>
    </message>
    <message>
        <source>Takes a role for a time.</source>
        <translation>Prend un rôle pour un temps.</translation>
    </message>
    <message>
        <source>Whoever is eligible for a role takes it by themselves; an administrator grants it to others with --for. It takes effect at once, also where one is signed in already, and ends by itself. The journal keeps who took it, until when, and why. Taken again, it lasts from then on.</source>
        <translation>Qui est éligible à un rôle le prend lui-même&#x202f;; un administrateur l’accorde à d’autres avec --for. Il prend effet aussitôt, même là où l’on est déjà connecté, et prend fin de lui-même. Le journal garde qui l’a pris, jusqu’à quand et pourquoi. Pris de nouveau, il dure à partir de ce moment.</translation>
    </message>
    <message>
        <source>How long; at most 60 minutes.</source>
        <translation>Durée&#x202f;; 60 minutes au plus.</translation>
    </message>
    <message>
        <source>Why; it has to be said.</source>
        <translation>Le motif&#x202f;; il est obligatoire.</translation>
    </message>
    <message>
        <source>The user it is for; without it, oneself.</source>
        <translation>L’utilisateur concerné&#x202f;; sans cette option, soi-même.</translation>
    </message>
    <message>
        <source>%1 until %2.</source>
        <extracomment>%1 a role, %2 a date and time</extracomment>
        <translation>%1 jusqu’au %2.</translation>
    </message>
    <message>
        <source>Lists the roles that somebody has for a time, and ends them.</source>
        <translation>Liste les rôles temporaires et y met fin.</translation>
    </message>
    <message>
        <source>Whoever administers users sees those of everybody, others their own.</source>
        <translation>Qui administre les utilisateurs voit ceux de tous, les autres les leurs.</translation>
    </message>
    <message>
        <source>Ends one before its time.</source>
        <translation>Met fin à un rôle avant son terme.</translation>
    </message>
    <message>
        <source>What a second person has to approve on its devices, such as “remediate, collect -memory”; “none” for nothing.</source>
        <translation>Ce qu’une deuxième personne doit approuver sur ses appareils, par exemple «&#x202f;remediate, collect -memory&#x202f;»&#x202f;; «&#x202f;none&#x202f;» pour rien.</translation>
    </message>
    <message>
        <source>A new password is the first line of standard input. Roles are those that “roles list” shows; several are separated by commas. Whoever is changed is signed out at once, and their sessions end; only “eligible” leaves them signed in.</source>
        <translation>Un nouveau mot de passe est la première ligne de l’entrée standard. Les rôles sont ceux que «&#x202f;roles list&#x202f;» affiche&#x202f;; plusieurs sont séparés par des virgules. Qui est modifié est déconnecté aussitôt, et ses sessions prennent fin&#x202f;; seul «&#x202f;eligible&#x202f;» le laisse connecté.</translation>
    </message>
    <message>
        <source>Says which roles a user may take for a time, see “elevate”; without ROLES, none.</source>
        <translation>Indique quels rôles un utilisateur peut prendre temporairement, voir «&#x202f;elevate&#x202f;»&#x202f;; sans ROLES, aucun.</translation>
    </message>
    <message>
        <source>Makes a token with which one agent can enrol, lists such tokens and withdraws them.</source>
        <translation>Crée un jeton avec lequel un agent peut s’inscrire, liste ces jetons et les retire.</translation>
    </message>
    <message>
        <source>Makes a token.</source>
        <translation>Crée un jeton.</translation>
    </message>
    <message>
        <source>Lists the tokens that are good still, by their SHA-256: nobody can look up the tokens themselves.</source>
        <translation>Liste les jetons encore valables par leur SHA-256&#x202f;: personne ne peut retrouver les jetons eux-mêmes.</translation>
    </message>
    <message>
        <source>Withdraws the token with this SHA-256: no agent can enrol with it.</source>
        <translation>Retire le jeton qui a ce SHA-256&#x202f;: aucun agent ne peut plus s’inscrire avec lui.</translation>
    </message>
    <message>
        <source>These are %1 of %2 tokens: those that are good longest.</source>
        <translation>Voici %1 des %2 jetons&#x202f;: ceux qui restent valables le plus longtemps.</translation>
    </message>
    <message>
        <source>Shows a second factor: its code of this moment is the first line of this file. Needed for what a role gives only after one.</source>
        <translation>Présente un second facteur&#x202f;: son code du moment est la première ligne de ce fichier. Nécessaire pour ce qu’un rôle ne donne qu’après un second facteur.</translation>
    </message>
    <message>
        <source>Sets up one&apos;s own second factor.</source>
        <translation>Configure son propre second facteur.</translation>
    </message>
    <message>
        <source>An authenticator app makes codes from a secret (TOTP, RFC 6238). Some roles give what goes beyond looking only after one; --code-file shows it, with any verb. A code is good once. Whoever has a second factor needs a code of it to set up another one.</source>
        <translation>Une application d’authentification tire des codes d’un secret (TOTP, RFC 6238). Certains rôles ne donnent ce qui va au-delà de la consultation qu’après un code, que --code-file présente, avec tout verbe. Un code ne sert qu’une fois. Qui a déjà un second facteur a besoin d’un de ses codes pour en configurer un autre.</translation>
    </message>
    <message>
        <source>Makes a secret and prints it, this once. It counts after “confirm”.</source>
        <translation>Crée un secret et l’affiche, cette seule fois. Il compte après «&#x202f;confirm&#x202f;».</translation>
    </message>
    <message>
        <source>Confirms the secret by a code of it, the first line of standard input.</source>
        <translation>Confirme le secret par un de ses codes, la première ligne de l’entrée standard.</translation>
    </message>
    <message>
        <source>Says whether there is one that counts.</source>
        <translation>Dit s’il y en a un qui compte.</translation>
    </message>
    <message>
        <source>Type the letters into an authenticator app, or give it the address. It is said only this once, and counts after “second-factor confirm”.</source>
        <translation>Saisissez les lettres dans une application d’authentification, ou donnez-lui l’adresse. Elles ne sont affichées que cette fois et comptent après «&#x202f;second-factor confirm&#x202f;».</translation>
    </message>
    <message>
        <source>Whether what goes beyond looking holds only after a second factor.</source>
        <translation>Si ce qui va au-delà de la consultation ne vaut qu’après un second facteur.</translation>
    </message>
    <message>
        <source>Takes away the second factor of a user who has lost it, and signs them out everywhere. They set up another one.</source>
        <translation>Retire le second facteur d’un utilisateur qui l’a perdu et le déconnecte partout. Il en configure un autre.</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Mot de passe&#x202f;:</translation>
    </message>
    <message>
        <source>New password:</source>
        <translation>Nouveau mot de passe&#x202f;:</translation>
    </message>
    <message>
        <source>Set-up token:</source>
        <translation>Jeton d’installation&#x202f;:</translation>
    </message>
    <message>
        <source>Code of the second factor:</source>
        <translation>Code du second facteur&#x202f;:</translation>
    </message>
    <message>
        <source>Head of the journal:</source>
        <translation>Dernière entrée du journal&#x202f;:</translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation>Encore une fois&#x202f;:</translation>
    </message>
    <message numerus="yes">
        <source>Of %n session(s) output or files were removed by retention, as the journal says.</source>
        <translation>
            <numerusform>D’après le journal, les sorties ou les fichiers de %n session ont été supprimés à la fin de leur conservation.</numerusform>
            <numerusform>D’après le journal, les sorties ou les fichiers de %n sessions ont été supprimés à la fin de leur conservation.</numerusform>
        </translation>
    </message>
    <message>
        <source>Prints what is wrong and where, and the keys that signed. Compare these with what you were told by another way: anybody can make keys. What the journal itself says that retention removed may be missing; the exit status is 1 when anything else is.</source>
        <translation>Affiche ce qui ne va pas et où, et les clés qui ont signé. Comparez-les avec ce qu’on vous a dit par une autre voie&#x202f;: n’importe qui peut créer des clés. Ce que la rétention a supprimé, d’après le journal lui-même, peut manquer&#x202f;; le code de sortie est 1 si autre chose manque.</translation>
    </message>
    <message>
        <source>Lists the sessions of the tenant, closes one, or runs lines in one.</source>
        <translation>Liste les sessions du locataire, en ferme une, ou y exécute des lignes.</translation>
    </message>
    <message>
        <source>Closing a session ends the commands that run in it; the journal keeps what they did. Whoever administers the tenant closes those of others, too.</source>
        <translation>Fermer une session met fin aux commandes qui s’y exécutent&#x202f;; le journal conserve ce qu’elles ont fait. Qui administre le locataire ferme aussi celles des autres.</translation>
    </message>
    <message>
        <source>Runs lines in one that goes on, as “exec” does, and leaves it open. In that of somebody else you act by that: they see it, and the journal says so.</source>
        <translation>Exécute des lignes dans une session en cours, comme «&#x202f;exec&#x202f;», et la laisse ouverte. Dans celle d’un autre, c’est y agir&#x202f;: il le voit, et le journal le dit.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CloseSessionDialog</name>
    <message>
        <source>Close the tab</source>
        <translation>Fermer l’onglet</translation>
    </message>
    <message>
        <source>Close the tab of %1?</source>
        <translation>Fermer l’onglet de %1&#x202f;?</translation>
    </message>
    <message>
        <source>The session can go on without its tab: its commands run on and it comes back when you open it from the device, until the inactivity timeout ends it.</source>
        <translation>La session peut continuer sans son onglet&#x202f;: ses commandes s’exécutent toujours et vous la retrouvez depuis l’appareil, jusqu’à ce que le délai d’inactivité y mette fin.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) still running would be cancelled by disconnecting.</source>
        <translation>
            <numerusform>La déconnexion annulerait %Ln commande encore en cours.</numerusform>
            <numerusform>La déconnexion annulerait %Ln commandes encore en cours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Disconnect session</source>
        <translation>Déconnecter la session</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>La laisser active</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CodeView</name>
    <message>
        <source>This shell script has Windows line ends (CR LF): a shell takes each CR for a part of its line.</source>
        <translation>Ce script shell a des fins de ligne Windows (CR LF)&#x202f;: un shell prend chaque CR pour une partie de la ligne.</translation>
    </message>
    <message>
        <source>This file is not text. Its first %1:</source>
        <translation>Ce fichier n’est pas du texte. Ses %1 premiers&#x202f;:</translation>
    </message>
    <message>
        <source>This file is not text. Its bytes:</source>
        <translation>Ce fichier n’est pas du texte. Ses octets&#x202f;:</translation>
    </message>
    <message>
        <source>This is the first %1 of %2.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>Ce sont les premiers %1 sur %2.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CollectDialog</name>
    <message>
        <source>Collect a package</source>
        <translation>Collecter un package</translation>
    </message>
    <message>
        <source>What will be in it</source>
        <translation>Ce qu’il contiendra</translation>
    </message>
    <message>
        <source>The line for the console</source>
        <translation>La ligne pour la console</translation>
    </message>
    <message>
        <source>Collect a forensic package of %1</source>
        <extracomment>%1: a device</extracomment>
        <translation>Collecter un package d’investigation de %1</translation>
    </message>
    <message>
        <source>Triage: what an investigation begins with</source>
        <extracomment>profile of a package</extracomment>
        <translation>Triage&#x202f;: ce par quoi commence une investigation</translation>
    </message>
    <message>
        <source>Full: everything that the definitions of artefacts name</source>
        <extracomment>profile of a package</extracomment>
        <translation>Complet&#x202f;: tout ce que nomment les définitions d’artefacts</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>à tout moment</translation>
    </message>
    <message>
        <source>in the last 24 hours</source>
        <translation>dans les dernières 24 heures</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>dans les 7 derniers jours</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>dans les 30 derniers jours</translation>
    </message>
    <message>
        <source>in the last 90 days</source>
        <translation>dans les 90 derniers jours</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>minutes, behind a number</extracomment>
        <translation> min</translation>
    </message>
    <message>
        <source>Files changed</source>
        <extracomment>files that were changed… at any time, in the last 7 days</extracomment>
        <translation>Fichiers modifiés</translation>
    </message>
    <message>
        <source>At most this large</source>
        <extracomment>of a package</extracomment>
        <translation>Taille maximale</translation>
    </message>
    <message>
        <source>At most this long</source>
        <translation>Durée maximale</translation>
    </message>
    <message>
        <source>Expected size</source>
        <extracomment>of a package</extracomment>
        <translation>Taille attendue</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>Dossier sur cet ordinateur</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Write into the console</source>
        <translation>Écrire dans la console</translation>
    </message>
    <message>
        <source>Nothing runs until you send the line.</source>
        <translation>Rien ne s’exécute tant que vous n’avez pas envoyé la ligne.</translation>
    </message>
    <message>
        <source>Folder for the package</source>
        <translation>Dossier du package</translation>
    </message>
    <message>
        <source>Files: all of triage, and what else the definitions name: browsers, mail, databases, containers, caches (each up to 1 GiB)</source>
        <translation>Fichiers&#x202f;: tout le triage, et ce que nomment encore les définitions&#x202f;: navigateurs, courrier, bases de données, conteneurs, caches (chacun jusqu’à 1 Gio)</translation>
    </message>
    <message>
        <source>Files: accounts, histories of shells, SSH, what starts by itself, configuration, logs, browsers’ histories (each up to 100 MiB)</source>
        <translation>Fichiers&#x202f;: comptes, historiques des shells, SSH, ce qui démarre tout seul, configuration, journaux, historiques des navigateurs (chacun jusqu’à 100 Mio)</translation>
    </message>
    <message>
        <source>What Sonde’s own commands say of connections, processes, drivers, services, scheduled tasks, startup folders and persistence, as JSON Lines</source>
        <translation>Ce que disent les commandes de Sonde sur les connexions, les processus, les pilotes, les services, les tâches planifiées, les dossiers de démarrage et la persistance, en JSON Lines</translation>
    </message>
    <message>
        <source>What the system’s own programs say of network, sign-ins, hardware, packages and containers</source>
        <translation>Ce que disent les programmes du système sur le réseau, les connexions des utilisateurs, le matériel, les paquets et les conteneurs</translation>
    </message>
    <message>
        <source>A body file of all local disks, and a time line</source>
        <translation>Un «&#x202f;body file&#x202f;» de tous les disques locaux, et une chronologie</translation>
    </message>
    <message>
        <source>SHA-256 of each file, and a summary of what was done, how long it took and what failed</source>
        <translation>Le SHA-256 de chaque fichier, et un résumé de ce qui a été fait, du temps que cela a pris et de ce qui a échoué</translation>
    </message>
    <message>
        <source>about %1, as the last one of this session</source>
        <extracomment>%1 a size</extracomment>
        <translation>environ %1, comme le dernier de cette session</translation>
    </message>
    <message>
        <source>not known before; what does not fit is left out and listed</source>
        <translation>inconnue à l’avance&#x202f;; ce qui ne tient pas est laissé de côté et listé</translation>
    </message>
    <message>
        <source>%1 to %2 on most devices, by how much they log</source>
        <translation>de %1 à %2 sur la plupart des appareils, selon ce qu’ils journalisent</translation>
    </message>
    <message>
        <source>Image of the memory, before all else</source>
        <translation>Image de la mémoire, avant tout le reste</translation>
    </message>
    <message>
        <source>The size has to have room for all of it. Where the kernel lets nobody read it, the summary says so.</source>
        <translation>La taille doit laisser assez de place pour toute l’image. Si le noyau ne laisse lire sa mémoire à personne, le résumé l’indique.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ColumnFilter</name>
    <message>
        <source>Filter of column “%1”</source>
        <translation>Filtre de la colonne «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>par exemple %1</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>Of a range of times / of a range of numbers</extracomment>
        <translation>Après</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>contains</source>
        <extracomment>Of a cell&apos;s text</extracomment>
        <translation>contient</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>ne contient pas</translation>
    </message>
    <message>
        <source>is</source>
        <extracomment>Is equal to</extracomment>
        <translation>est</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>n’est pas</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Values that occur</source>
        <translation>Valeurs présentes</translation>
    </message>
    <message>
        <source>(empty)</source>
        <extracomment>A cell without a value</extracomment>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A value, and how often it occurs</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The filter does not name this column.</source>
        <translation>Le filtre ne nomme pas cette colonne.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ColumnMenu</name>
    <message>
        <source>Column “%1”</source>
        <extracomment>Menu: what can be done with a column; %1 is its name</extracomment>
        <translation>Colonne «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Trier par ordre croissant</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Trier par ordre décroissant</translation>
    </message>
    <message>
        <source>Then sort by this column</source>
        <extracomment>After the columns the rows are sorted by already</extracomment>
        <translation>Trier ensuite par cette colonne</translation>
    </message>
    <message>
        <source>In the device&apos;s order</source>
        <translation>Dans l’ordre de l’appareil</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <source>Remove this column&apos;s filter</source>
        <translation>Retirer le filtre de cette colonne</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>Ne pas regrouper</translation>
    </message>
    <message>
        <source>Group by this column</source>
        <translation>Regrouper par cette colonne</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>Ouvrir tous les groupes</translation>
    </message>
    <message>
        <source>Close all groups</source>
        <translation>Fermer tous les groupes</translation>
    </message>
    <message>
        <source>As a tree of processes</source>
        <translation>En arbre de processus</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Masquer cette colonne</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>Les colonnes habituelles</translation>
    </message>
    <message>
        <source>This column goes when the comparison ends.</source>
        <translation>Cette colonne disparaît à la fin de la comparaison.</translation>
    </message>
    <message>
        <source>It is the only column.</source>
        <translation>C’est la seule colonne.</translation>
    </message>
    <message>
        <source>It says what the comparison with the baseline found.</source>
        <translation>Elle dit ce que la comparaison avec la référence a trouvé.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CommandFacts</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A fact and its value: &quot;Folder: /usr/bin&quot;</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Asked by Tab in the input line.</source>
        <translation>Demandé par Tab dans la ligne de saisie.</translation>
    </message>
    <message>
        <source>Typed by</source>
        <extracomment>Fact: who typed a command</extracomment>
        <translation>Saisie par</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>Fact: when the service took a command</extracomment>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>Fact: the working directory of a command</extracomment>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Read as</source>
        <extracomment>Fact: what a typed line was understood as</extracomment>
        <translation>Comprise comme</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>Fact: what became of a command</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>Fact: how long a command took</extracomment>
        <translation>Durée</translation>
    </message>
    <message>
        <source>SHA-256 of the output</source>
        <extracomment>Fact: a hash</extracomment>
        <translation>SHA-256 de la sortie</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CommandLogPanel</name>
    <message>
        <source>Command log</source>
        <translation>Journal de commandes</translation>
    </message>
    <message>
        <source>Filter by command or ID</source>
        <translation>Filtrer par commande ou par ID</translation>
    </message>
    <message>
        <source>Filter the command log</source>
        <translation>Filtrer le journal de commandes</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export the command log</source>
        <translation>Exporter le journal de commandes</translation>
    </message>
    <message>
        <source>Input</source>
        <extracomment>Tab: what was typed</extracomment>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Output</source>
        <extracomment>Tab: what a command printed</extracomment>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>Ouvrir dans une fenêtre</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>Copier la ligne de commande</translation>
    </message>
    <message>
        <source>Put command line into the input</source>
        <translation>Reprendre la ligne de commande dans la saisie</translation>
    </message>
    <message>
        <source>Go to its block</source>
        <translation>Aller à son bloc</translation>
    </message>
    <message>
        <source>Copy what is known of it</source>
        <translation>Copier ce que l’on sait de la commande</translation>
    </message>
    <message>
        <source>Cancel this command</source>
        <translation>Annuler cette commande</translation>
    </message>
    <message>
        <source>The console was emptied since it ran.</source>
        <translation>La console a été vidée depuis son exécution.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Remarques</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CommandLogTextModel</name>
    <message>
        <source>ID</source>
        <extracomment>Column: number of a command</extracomment>
        <translation>ID</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>Column: what was typed</extracomment>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>Column: how long a command took</extracomment>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>Column: what became of a command</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Asked by Tab in the input line: %1</source>
        <translation>Demandé par Tab dans la ligne de saisie&#x202f;: %1</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Column: time of day</extracomment>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Typed by %1: %2</source>
        <extracomment>%1 a user, whose session it is not; %2 the line</extracomment>
        <translation>Saisi par %1&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CommandLook</name>
    <message>
        <source>download paused</source>
        <extracomment>State of a getfile</extracomment>
        <translation>téléchargement en pause</translation>
    </message>
    <message>
        <source>The file was downloaded before; the list of downloads on this computer does not have it.</source>
        <translation>Le fichier a déjà été téléchargé&#x202f;; il n’est pas dans la liste des téléchargements de cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>how much of a file is here, in percent</extracomment>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>%1 · %2/s</source>
        <extracomment>%1 in percent, %2 a size: so much in a second</extracomment>
        <translation>%1 · %2/s</translation>
    </message>
    <message>
        <source>question</source>
        <extracomment>State of a getfile: its download waits for the analyst&apos;s answer</extracomment>
        <translation>question</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare with an earlier run</source>
        <translation>Comparer à une exécution antérieure</translation>
    </message>
    <message>
        <source>What is new, gone or changed in “%1” since…</source>
        <translation>Ce qui est nouveau, disparu ou modifié dans «&#x202f;%1&#x202f;» depuis…</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Exécutions antérieures</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>this one</source>
        <extracomment>In which session a command ran</extracomment>
        <translation>celle-ci</translation>
    </message>
    <message>
        <source>The session before this one could not be read: %1</source>
        <extracomment>%1 is a sentence: why</extracomment>
        <translation>La session d’avant n’a pas pu être lue&#x202f;: %1</translation>
    </message>
    <message>
        <source>The session before this one is being read…</source>
        <translation>La session d’avant est en cours de lecture…</translation>
    </message>
    <message>
        <source>There is no earlier run of this command, neither in this session nor in the one before it on this device that you may read.</source>
        <translation>Il n’y a pas d’exécution antérieure de cette commande, ni dans cette session ni dans la précédente sur cet appareil que vous pouvez lire.</translation>
    </message>
    <message>
        <source>the one before</source>
        <translation>la précédente</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>Asking the device…</source>
        <translation>Interrogation de l’appareil…</translation>
    </message>
    <message>
        <source>The device cannot be asked now.</source>
        <translation>L’appareil ne peut pas être interrogé pour l’instant.</translation>
    </message>
    <message>
        <source>On the device at %1</source>
        <translation>Sur l’appareil à %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A completion and what it is for, as read aloud</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ConditionList</name>
    <message>
        <source>Met: %1</source>
        <extracomment>read aloud before a condition for starting a session</extracomment>
        <translation>Remplie&#x202f;: %1</translation>
    </message>
    <message>
        <source>Not met: %1</source>
        <extracomment>read aloud before a condition for starting a session</extracomment>
        <translation>Non remplie&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ConfirmDialog</name>
    <message>
        <source>Remediate</source>
        <extracomment>button: does what the plan says</extracomment>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>button: takes a remediation back</extracomment>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Isolate</source>
        <extracomment>button: cuts the device off the network</extracomment>
        <translation>Isoler</translation>
    </message>
    <message>
        <source>Release</source>
        <extracomment>button: lets an isolated device onto the network again</extracomment>
        <translation>Lever l’isolement</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Étapes du plan</translation>
    </message>
    <message>
        <source>What to know before</source>
        <translation>Ce qu’il faut savoir avant</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Something else is in the place now. What shall become of it?</source>
        <translation>Autre chose est maintenant à cette place. Que faut-il en faire&#x202f;?</translation>
    </message>
    <message>
        <source>Move it into the quarantine, and put back what was there</source>
        <extracomment>choice: of what stands in the place of what an undo puts back</extracomment>
        <translation>Le mettre en quarantaine, et remettre ce qui était là</translation>
    </message>
    <message>
        <source>Leave it, and put back what was there under another name beside it</source>
        <extracomment>choice: of what stands in the place of what an undo puts back</extracomment>
        <translation>Le laisser, et remettre ce qui était là sous un autre nom à côté</translation>
    </message>
    <message>
        <source>Reason (the tenant requires one)</source>
        <translation>Raison (exigée par le locataire)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>There is no connection. This waits until there is one.</source>
        <translation>Il n’y a pas de connexion. Ceci attend qu’il y en ait une.</translation>
    </message>
    <message>
        <source>The device is asked what it would do. Nothing is touched.</source>
        <translation>L’appareil est interrogé sur ce qu’il ferait. Rien n’est touché.</translation>
    </message>
    <message>
        <source>Look first: %1</source>
        <extracomment>button: %1 is a command line that looks at something</extracomment>
        <translation>Regarder d’abord&#x202f;: %1</translation>
    </message>
    <message numerus="yes">
        <source>What is done, in %n step(s), and nothing else</source>
        <translation>
            <numerusform>Ce qui est fait, en %n étape, et rien d’autre</numerusform>
            <numerusform>Ce qui est fait, en %n étapes, et rien d’autre</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why: the tenant’s policy wants a reason, which is kept in the journal.</source>
        <translation>Dites pourquoi&#x202f;: la stratégie du locataire exige une raison, qui est conservée dans le journal.</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>Il n’y a pas de connexion au service.</translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation>Il n’y a pas encore de plan.</translation>
    </message>
    <message>
        <source>Choose first what becomes of what stands in the place.</source>
        <translation>Choisissez d’abord ce que devient l’élément qui se trouve à cet endroit.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <extracomment>button: asks the device for its plan once more</extracomment>
        <translation>Demander à nouveau</translation>
    </message>
    <message>
        <source>Program</source>
        <extracomment>of a process: what it runs</extracomment>
        <translation>Programme</translation>
    </message>
    <message>
        <source>User</source>
        <extracomment>of a process: whose it is</extracomment>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>of a process: when it was started</extracomment>
        <translation>Début</translation>
    </message>
    <message>
        <source>With it</source>
        <extracomment>other processes that are ended, too</extracomment>
        <translation>Avec lui</translation>
    </message>
    <message>
        <source>Remediated</source>
        <extracomment>of what is to be undone: when that was done, and by whom</extracomment>
        <translation>Corrigé</translation>
    </message>
    <message>
        <source>Reason then</source>
        <extracomment>of what is to be undone: why that was done</extracomment>
        <translation>Raison d’alors</translation>
    </message>
    <message>
        <source>Nobody has to have looked at it in this session: the plan is of what is there now.</source>
        <translation>Personne n’a besoin de l’avoir consulté dans cette session&#x202f;: le plan porte sur ce qui est là maintenant.</translation>
    </message>
    <message>
        <source>Also all that it has started, and who else runs the same file.</source>
        <translation>Aussi tout ce qu’il a lancé, et qui d’autre exécute le même fichier.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names: &quot;a, b, c&quot;</extracomment>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>by act %1</source>
        <extracomment>of what is to be undone, where nobody knows more; %1 the number of an act</extracomment>
        <translation>par l’action %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Rien n’est sélectionné.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ConsoleView</name>
    <message>
        <source>Command console</source>
        <translation>Console de commande</translation>
    </message>
    <message>
        <source>New output</source>
        <translation>Nouvelle sortie</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DashboardStrip</name>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Créée par</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>When the session began</extracomment>
        <translation>Début</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>How long the session has been going</extracomment>
        <translation>Durée</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>State of a session</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Closes if idle in</source>
        <translation>Fermeture si inactive dans</translation>
    </message>
    <message>
        <source>Disconnect session</source>
        <translation>Déconnecter la session</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>Instead of a countdown: a running command keeps the session open</extracomment>
        <translation>en pause</translation>
    </message>
    <message>
        <source>A running command keeps the session open.</source>
        <extracomment>why a countdown stands still</extracomment>
        <translation>Une commande en cours maintient la session ouverte.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DeviceAdministration</name>
    <message>
        <source>Select one device.</source>
        <translation>Sélectionnez un seul appareil.</translation>
    </message>
    <message>
        <source>This is no server: the setting does not concern it.</source>
        <translation>Ce n’est pas un serveur&#x202f;: le paramètre ne le concerne pas.</translation>
    </message>
    <message>
        <source>Select a device first.</source>
        <translation>Sélectionnez d’abord un appareil.</translation>
    </message>
    <message>
        <source>Remove a device</source>
        <extracomment>%1 a device</extracomment>
        <translation>Supprimer un appareil</translation>
    </message>
    <message>
        <source>Remove %1 from the tenant?</source>
        <translation>Retirer %1 du locataire&#x202f;?</translation>
    </message>
    <message>
        <source>Its certificate is good for nothing from then on: its session ends, and it can connect no longer until it is enrolled anew. What was done on it stays in the journal.</source>
        <translation>Son certificat ne vaut plus rien dès lors&#x202f;: sa session se termine, et il ne peut plus se connecter avant d’être inscrit à nouveau. Ce qui y a été fait reste dans le journal.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Edit &amp;tags…</source>
        <translation>Modifier les é&amp;tiquettes…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Étiquettes…</translation>
    </message>
    <message>
        <source>&amp;Except from the server setting</source>
        <extracomment>menu entry of a server, checked when it is: live response is on for it although it is off for servers</extracomment>
        <translation>&amp;Excepter du paramètre des serveurs</translation>
    </message>
    <message>
        <source>&amp;Remove from the tenant…</source>
        <translation>&amp;Retirer du locataire…</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DevicePage</name>
    <message>
        <source>Asking the service…</source>
        <translation>Interrogation du service…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Lancement…</translation>
    </message>
    <message>
        <source>Go to session</source>
        <translation>Aller à la session</translation>
    </message>
    <message>
        <source>Start live response session</source>
        <translation>Lancer une session de réponse en direct</translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation>agent %1</translation>
    </message>
    <message>
        <source>everything on the device</source>
        <translation>tout sur l’appareil</translation>
    </message>
    <message>
        <source>what its own account may see</source>
        <translation>ce que son compte peut voir</translation>
    </message>
    <message>
        <source>live</source>
        <comment>a session</comment>
        <translation>en cours</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s)</source>
        <translation>
            <numerusform>%Ln commande</numerusform>
            <numerusform>%Ln commandes</numerusform>
        </translation>
    </message>
    <message>
        <source>No sessions yet.</source>
        <translation>Aucune session pour l’instant.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Can a session start?</source>
        <translation>Une session peut-elle être lancée&#x202f;?</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Informations</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>Sessions récentes</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Automation level</source>
        <translation>Niveau de correction automatique</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Premier contact</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Dernier contact</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Agent version</source>
        <translation>Version de l’agent</translation>
    </message>
    <message>
        <source>Agent may see</source>
        <translation>L’agent peut voir</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>ID de l’appareil</translation>
    </message>
    <message>
        <source>The filter hides this device.</source>
        <translation>Le filtre masque cet appareil.</translation>
    </message>
    <message>
        <source>Read this session</source>
        <translation>Lire cette session</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Isolement</translation>
    </message>
    <message>
        <source>Release…</source>
        <extracomment>button: lets an isolated device onto the network again; asks first</extracomment>
        <translation>Lever l’isolement…</translation>
    </message>
    <message>
        <source>Isolate…</source>
        <translation>Isoler…</translation>
    </message>
    <message>
        <source>Remediations</source>
        <extracomment>button: shows what was done to this device</extracomment>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>No device is selected.</source>
        <translation>Aucun appareil n’est sélectionné.</translation>
    </message>
    <message>
        <source>A session is being started.</source>
        <translation>Une session est en cours de lancement.</translation>
    </message>
    <message>
        <source>%1; it never does: %2</source>
        <extracomment>%1 what the agent may see, %2 commands that the device refuses whoever asks</extracomment>
        <translation>%1&#x202f;; il ne fait jamais&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DeviceTable</name>
    <message>
        <source>Device inventory</source>
        <translation>Inventaire des appareils</translation>
    </message>
    <message>
        <source>The name stays: it is what tells devices apart.</source>
        <translation>Le nom reste&#x202f;: c’est lui qui distingue les appareils.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DeviceTextModel</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>the state of a device: “isolated” and “online”. In a narrow column the first is what must be seen.
----------
who holds a session on a device, and for how long</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the devices table</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>OS</source>
        <extracomment>column of the devices table: operating system</extracomment>
        <translation>Système</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>column of the devices table: device group</extracomment>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>column of the devices table: online or offline</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Dernier contact</translation>
    </message>
    <message>
        <source>Automation level</source>
        <translation>Niveau de correction automatique</translation>
    </message>
    <message>
        <source>Agent version</source>
        <translation>Version de l’agent</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Session</source>
        <extracomment>column of the devices table: who holds a session</extracomment>
        <translation>Session</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
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
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>State of a device: there is no connection to the service, which would know</extracomment>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <comment>ago, short</comment>
        <translation>moins d’1&#x202f;min</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <extracomment>when a device was seen that is online: less than a minute ago</extracomment>
        <translation>&lt; 1 min</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>From the filter into the table</source>
        <translation>Du filtre au tableau</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Start a session on the selected device, or go to it</source>
        <translation>Lancer une session sur l’appareil sélectionné, ou y aller</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln appareil</numerusform>
            <numerusform>%Ln appareils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln device(s)</source>
        <comment>devices shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln appareil</numerusform>
            <numerusform>%1 sur %Ln appareils</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>The tenant cannot be reached</source>
        <translation>Le locataire est injoignable</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No device is enrolled yet</source>
        <translation>Aucun appareil n’est encore inscrit</translation>
    </message>
    <message>
        <source>Install sonde-agent on a device and enrol it with a token that an administrator makes. It appears here within a second.</source>
        <translation>Installez sonde-agent sur un appareil et inscrivez-le avec un jeton créé par un administrateur. Il apparaît ici en une seconde.</translation>
    </message>
    <message>
        <source>No device matches the filter</source>
        <translation>Aucun appareil ne correspond au filtre</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Filter devices — try os:linux group:servers online:yes</source>
        <translation>Filtrer les appareils — p. ex. os:linux group:servers online:yes</translation>
    </message>
    <message>
        <source>Filter devices</source>
        <translation>Filtrer les appareils</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Width of the device page</source>
        <translation>Largeur de la page de l’appareil</translation>
    </message>
    <message>
        <source>“%1” does not narrow the list. Use one of: %2</source>
        <translation>«&#x202f;%1&#x202f;» ne restreint pas la liste. Utilisez l’un de ceux-ci&#x202f;: %2</translation>
    </message>
    <message>
        <source>Edit the tags of the selected devices</source>
        <translation>Modifier les étiquettes des appareils sélectionnés</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DisconnectDialog</name>
    <message>
        <source>Disconnect session</source>
        <translation>Déconnecter la session</translation>
    </message>
    <message>
        <source>Disconnect the session on %1?</source>
        <translation>Déconnecter la session sur %1&#x202f;?</translation>
    </message>
    <message>
        <source>The command log and all outputs are kept.</source>
        <translation>Le journal de commandes et toutes les sorties sont conservés.</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) still running would be cancelled:</source>
        <translation>
            <numerusform>%n commande encore en cours serait annulée&#x202f;:</numerusform>
            <numerusform>%n commandes encore en cours seraient annulées&#x202f;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>It is the session of %1.</source>
        <translation>C’est la session de %1.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadActions</name>
    <message>
        <source>Resume</source>
        <extracomment>a download</extracomment>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>stop a download for good</extracomment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Earlier</source>
        <extracomment>a download gets its turn before others</extracomment>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>a download gets its turn after others</extracomment>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>in the file manager</extracomment>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <extracomment>from the list of downloads; the file stays</extracomment>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <extracomment>from the list of downloads; the files stay</extracomment>
        <translation>Effacer les téléchargements terminés</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>a zip, in the program for zips</extracomment>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>Copier le SHA-256</translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>of a file on this computer</extracomment>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Go to command</source>
        <extracomment>that asked for a download</extracomment>
        <translation>Aller à la commande</translation>
    </message>
    <message>
        <source>No download is selected.</source>
        <translation>Aucun téléchargement n’est sélectionné.</translation>
    </message>
    <message>
        <source>Several downloads are selected.</source>
        <translation>Plusieurs téléchargements sont sélectionnés.</translation>
    </message>
    <message>
        <source>Nothing of what is selected is on its way.</source>
        <translation>Rien de ce qui est sélectionné n’est en cours.</translation>
    </message>
    <message>
        <source>What is selected is over already.</source>
        <translation>Ce qui est sélectionné est déjà terminé.</translation>
    </message>
    <message>
        <source>Nothing of what is selected has failed or was cancelled.</source>
        <translation>Rien de ce qui est sélectionné n’a échoué ni n’a été annulé.</translation>
    </message>
    <message>
        <source>Nothing that waits stands before it.</source>
        <translation>Rien n’attend avant lui.</translation>
    </message>
    <message>
        <source>Nothing that waits stands behind it.</source>
        <translation>Rien n’attend après lui.</translation>
    </message>
    <message>
        <source>The file is not on this computer yet.</source>
        <translation>Le fichier n’est pas encore sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This is the file as it was on the device. Only zips are opened from here.</source>
        <translation>C’est le fichier tel qu’il était sur l’appareil. Seuls les zip s’ouvrent d’ici.</translation>
    </message>
    <message>
        <source>The SHA-256 is known when the file is here.</source>
        <translation>Le SHA-256 est connu quand le fichier est arrivé.</translation>
    </message>
    <message>
        <source>What is on its way stays in the list: cancel it first.</source>
        <translation>Ce qui est en cours reste dans la liste&#x202f;: annulez-le d’abord.</translation>
    </message>
    <message>
        <source>Nothing in the list is over.</source>
        <translation>Rien n’est terminé dans la liste.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadTextModel</name>
    <message>
        <source>waiting</source>
        <extracomment>state of a download: it waits for its turn</extracomment>
        <translation>en attente</translation>
    </message>
    <message>
        <source>downloading</source>
        <extracomment>state of a download</extracomment>
        <translation>en cours</translation>
    </message>
    <message>
        <source>packing</source>
        <extracomment>state of a download: its zip is being written</extracomment>
        <translation>mise en archive</translation>
    </message>
    <message>
        <source>tries again</source>
        <extracomment>state of a download: the connection was lost</extracomment>
        <translation>nouvelle tentative</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>state of a download</extracomment>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>has a question</source>
        <extracomment>state of a download: it waits for the analyst&apos;s answer</extracomment>
        <translation>pose une question</translation>
    </message>
    <message>
        <source>verified</source>
        <extracomment>state of a download: complete, and its hash is right</extracomment>
        <translation>vérifié</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>state of a download</extracomment>
        <translation>échoué</translation>
    </message>
    <message>
        <source>cancelled</source>
        <extracomment>state of a download</extracomment>
        <translation>annulé</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>%1 is a size: so much in a second</extracomment>
        <translation>%1/s</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <extracomment>downloads that are not at their end</extracomment>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#x202f;%</translation>
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
            <numerusform>%n terminé</numerusform>
            <numerusform>%n terminés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <extracomment>a part in percent, of a size</extracomment>
        <translation>%1&#x202f;% de %2</translation>
    </message>
    <message>
        <source>%1
is kept as
%2</source>
        <extracomment>%1 a path on a device, %2 where it is kept on this computer</extracomment>
        <translation>%1
est conservé sous
%2</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Column: name of a file</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>Column: how much of a download is here</extracomment>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>Column: bytes in a second</extracomment>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>Column: until a download is complete</extracomment>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column: state of a download</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A command: its number, and its line</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Kept as</source>
        <extracomment>Column: name of a downloaded file on this computer</extracomment>
        <translation>Conservé sous</translation>
    </message>
    <message>
        <source>Asked for</source>
        <extracomment>Column: when a download was asked for</extracomment>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>Column: the command that asked for a download</extracomment>
        <translation>Commande</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadsButton</name>
    <message>
        <source>Downloads</source>
        <extracomment>%1: how the downloads are, &quot;2 under way · 45 %&quot;</extracomment>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Downloads: %1</source>
        <translation>Téléchargements&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadsDock</name>
    <message>
        <source>%1 from %2 is here, and its hash is right.</source>
        <extracomment>%1 the name of a file, %2 a device</extracomment>
        <translation>%1 de %2 est arrivé et son empreinte est exacte.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 the name of a file, %2 why its download stopped or what it asks</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Show downloads</source>
        <translation>Afficher les téléchargements</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadsPanel</name>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Suspendre ou reprendre</translation>
    </message>
    <message>
        <source>Cancel, or remove from the list</source>
        <translation>Annuler, ou retirer de la liste</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Close the downloads</source>
        <translation>Fermer les téléchargements</translation>
    </message>
    <message>
        <source>Nothing was downloaded yet</source>
        <translation>Rien n’a encore été téléchargé</translation>
    </message>
    <message>
        <source>What getfile brings from a device appears here, of all sessions.</source>
        <translation>Ce que getfile rapporte d’un appareil apparaît ici, pour toutes les sessions.</translation>
    </message>
    <message>
        <source>Back to where the focus came from</source>
        <translation>Revenir là où l’on était</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <extracomment>%1 the name of a file as it is on the device, which lies in a zip here</extracomment>
        <translation>SHA-256 de %1</translation>
    </message>
    <message>
        <source>SHA-256 of %1 in the zip</source>
        <translation>SHA-256 de %1 dans le zip</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ElevateDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take the role</source>
        <translation>Prendre le rôle</translation>
    </message>
    <message>
        <source>Take a role for a time</source>
        <translation>Prendre un rôle pour un temps</translation>
    </message>
    <message>
        <source>It takes effect at once, also in the sessions that are open, and ends by itself. The journal keeps who took it, until when, and why.</source>
        <translation>Il prend effet aussitôt, même dans les sessions ouvertes, et prend fin de lui-même. Le journal garde qui l’a pris, jusqu’à quand et pourquoi.</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>Il n’y a pas de connexion au service.</translation>
    </message>
    <message>
        <source>There is no role that you may take.</source>
        <translation>Il n’y a pas de rôle que vous puissiez prendre.</translation>
    </message>
    <message>
        <source>Say why first.</source>
        <translation>Indiquez d’abord pourquoi.</translation>
    </message>
    <message>
        <source>The service has not answered yet.</source>
        <translation>Le service n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôle</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minutes</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>R&amp;aison</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::EnrolmentSection</name>
    <message>
        <source>Enrolment</source>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>This is not yours to see</source>
        <translation>Vous n’avez pas accès à cette page</translation>
    </message>
    <message>
        <source>It is good for one device, until %1. Nobody can look it up later.</source>
        <extracomment>%1 a time</extracomment>
        <translation>Il vaut pour un seul appareil, jusqu’à %1. Personne ne pourra le consulter plus tard.</translation>
    </message>
    <message>
        <source>Enrol a device</source>
        <translation>Inscrire un appareil</translation>
    </message>
    <message>
        <source>A device becomes one of this tenant by a token, which is good once. Install sonde-agent on it, and have it enrol with the token that is made here.</source>
        <translation>Un appareil rejoint ce locataire au moyen d’un jeton, qui ne sert qu’une fois. Installez-y sonde-agent, et inscrivez-le avec le jeton créé ici.</translation>
    </message>
    <message>
        <source>This tenant runs on this computer for this computer alone: other devices cannot reach it. Set up a tenant for a team to enrol them.</source>
        <translation>Ce locataire fonctionne sur cet ordinateur et pour lui seul&#x202f;: les autres appareils ne peuvent pas l’atteindre. Pour les inscrire, mettez en place un locataire d’équipe.</translation>
    </message>
    <message>
        <source>&amp;Tag of the device</source>
        <translation>É&amp;tiquette de l’appareil</translation>
    </message>
    <message>
        <source>Tag of the device</source>
        <translation>Étiquette de l’appareil</translation>
    </message>
    <message>
        <source>none; a device group can take devices by their tag</source>
        <translation>aucune&#x202f;; un groupe d’appareils peut les prendre par étiquette</translation>
    </message>
    <message>
        <source>&amp;Good for</source>
        <translation>&amp;Valable pendant</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Valable pendant</translation>
    </message>
    <message>
        <source>Make a token</source>
        <extracomment>button</extracomment>
        <translation>Créer un jeton</translation>
    </message>
    <message>
        <source>On the device</source>
        <translation>Sur l’appareil</translation>
    </message>
    <message>
        <source>Command line for the device</source>
        <translation>Ligne de commande pour l’appareil</translation>
    </message>
    <message>
        <source>It names the tenant by its fingerprint, and reads the token from its standard input: paste the token when it waits, and press Enter. So the token is in no list of processes.</source>
        <translation>Elle désigne le locataire par son empreinte, et lit le jeton sur son entrée standard&#x202f;: collez le jeton quand elle attend, et appuyez sur Entrée. Ainsi le jeton ne figure dans aucune liste de processus.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Enrolment token</source>
        <translation>Jeton d’inscription</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FilePane</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>a kind of file and its size
----------
when, and by whom</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s)</source>
        <comment>that named a library file</comment>
        <translation>
            <numerusform>%Ln commande</numerusform>
            <numerusform>%Ln commandes</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is larger than %1: download it to read it.</source>
        <translation>Ce fichier dépasse %1&#x202f;: téléchargez-le pour le lire.</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>kind of file</extracomment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>when a file was first uploaded, and by whom</extracomment>
        <translation>Création</translation>
    </message>
    <message>
        <source>Used by</source>
        <extracomment>how many commands used a library file</extracomment>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>Script parameters</source>
        <translation>Paramètres du script</translation>
    </message>
    <message>
        <source>Download…</source>
        <extracomment>button: from the library to this computer</extracomment>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Delete…</source>
        <extracomment>button: out of the library</extracomment>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Preview</source>
        <extracomment>tab: what a file holds</extracomment>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Content and versions</source>
        <translation>Contenu et versions</translation>
    </message>
    <message>
        <source>Run on a device…</source>
        <extracomment>button: opens the form of a script</extracomment>
        <translation>Exécuter sur un appareil…</translation>
    </message>
    <message>
        <source>Run on a device</source>
        <translation>Exécuter sur un appareil</translation>
    </message>
    <message>
        <source>SHA-256 of version %1</source>
        <extracomment>%1 the number of a version</extracomment>
        <translation>SHA-256 de la version %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FindBar</name>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Find in outputs</source>
        <translation>Rechercher dans les sorties</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)…</source>
        <extracomment>Places where a text was found; … while more are looked for</extracomment>
        <translation>
            <numerusform>%n correspondance…</numerusform>
            <numerusform>%n correspondances…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n correspondance</numerusform>
            <numerusform>%n correspondances</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous (Enter)</source>
        <translation>Précédent (Entrée)</translation>
    </message>
    <message>
        <source>Next (Shift+Enter)</source>
        <translation>Suivant (Maj+Entrée)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln output(s) not searched yet</source>
        <extracomment>Outputs that are still being loaded</extracomment>
        <translation>
            <numerusform>%Ln sortie pas encore fouillée</numerusform>
            <numerusform>%Ln sorties pas encore fouillées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FingerprintQuestion</name>
    <message>
        <source>They are the same: this is your tenant.</source>
        <translation>Elles sont identiques&#x202f;: c’est bien votre locataire.</translation>
    </message>
    <message>
        <source>They differ. Do not go on: this is another tenant than the one you were told of, or somebody stands between.</source>
        <translation>Elles diffèrent. N’allez pas plus loin&#x202f;: c’est un autre locataire que celui annoncé, ou quelqu’un s’est interposé.</translation>
    </message>
    <message>
        <source>This workstation does not know this tenant yet. Compare its fingerprint with the one your administrator gave you, and go on only when they are the same. It is remembered; another one will be refused.</source>
        <translation>Ce poste ne connaît pas encore ce locataire. Comparez son empreinte avec celle que votre administrateur vous a donnée, et ne continuez que si elles sont identiques. Elle sera mémorisée&#x202f;; toute autre sera refusée.</translation>
    </message>
    <message>
        <source>Its fingerprint</source>
        <translation>Son empreinte</translation>
    </message>
    <message>
        <source>Fingerprint of the tenant</source>
        <translation>Empreinte du locataire</translation>
    </message>
    <message>
        <source>The one &amp;given to you</source>
        <extracomment>label of the field for the fingerprint that the administrator gave</extracomment>
        <translation>Celle que vous avez &amp;reçue</translation>
    </message>
    <message>
        <source>The fingerprint given to you</source>
        <translation>L’empreinte que vous avez reçue</translation>
    </message>
    <message>
        <source>Paste it here to compare</source>
        <translation>Collez-la ici pour comparer</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The service is asked.</source>
        <translation>Demande au service en cours.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GovernanceDesk</name>
    <message>
        <source>%1 asks for approval on %2: %3</source>
        <extracomment>%1 a user, %2 a device, %3 a command line</extracomment>
        <translation>%1 demande une approbation sur %2&#x202f;: %3</translation>
    </message>
    <message>
        <source>&amp;Take a role for a time…</source>
        <extracomment>menu entry</extracomment>
        <translation>&amp;Prendre un rôle pour un temps…</translation>
    </message>
    <message>
        <source>&amp;Waiting for approval…</source>
        <extracomment>menu entry</extracomment>
        <translation>En &amp;attente d’approbation…</translation>
    </message>
    <message>
        <source>Somebody has signed in by the break-glass account, from %1. It administers everything.</source>
        <translation>Quelqu’un s’est connecté avec le compte d’urgence, depuis %1. Il administre tout.</translation>
    </message>
    <message>
        <source>The break-glass account was armed at the service’s console, until %1. It administers everything.</source>
        <translation>Le compte d’urgence a été armé à la console du service, jusqu’au %1. Il administre tout.</translation>
    </message>
    <message>
        <source>The break-glass account is good for nothing any more.</source>
        <translation>Le compte d’urgence n’est plus valable.</translation>
    </message>
    <message>
        <source>Break-glass account armed</source>
        <translation>Compte d’urgence armé</translation>
    </message>
    <message>
        <source>Until %1. Who administers users can end it before: disable the user “%2”.</source>
        <translation>Jusqu’au %1. Qui administre les utilisateurs peut y mettre fin avant&#x202f;: désactivez l’utilisateur «&#x202f;%2&#x202f;».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to approve</source>
        <translation>
            <numerusform>%Ln à approuver</numerusform>
            <numerusform>%Ln à approuver</numerusform>
        </translation>
    </message>
    <message>
        <source>Commands of others that wait for a second person.</source>
        <translation>Commandes d’autres personnes qui attendent une deuxième personne.</translation>
    </message>
    <message>
        <source>You no longer have the role “%1”: its time is over.</source>
        <translation>Vous n’avez plus le rôle «&#x202f;%1&#x202f;»&#x202f;: son temps est écoulé.</translation>
    </message>
    <message>
        <source>There is no role that you may take for a time. Whoever manages authorization can make you eligible.</source>
        <translation>Il n’y a pas de rôle que vous puissiez prendre temporairement. Qui gère les autorisations peut vous rendre éligible.</translation>
    </message>
    <message>
        <source>Roles for a time: %1</source>
        <translation>Rôles temporaires&#x202f;: %1</translation>
    </message>
    <message>
        <source>The role that you have for a time, and how long it lasts.</source>
        <translation>Le rôle que vous avez pour un temps, et combien il dure.</translation>
    </message>
    <message>
        <source>&amp;End “%1” now</source>
        <extracomment>menu entry, %1: a role that was taken for a time</extracomment>
        <translation>&amp;Mettre fin à «&#x202f;%1&#x202f;» maintenant</translation>
    </message>
    <message>
        <source>Second &amp;factor…</source>
        <extracomment>menu entry</extracomment>
        <translation>Second &amp;facteur…</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>Il n’y a pas de connexion au service.</translation>
    </message>
    <message>
        <source>Second factor needed</source>
        <translation>Second facteur requis</translation>
    </message>
    <message>
        <source>Your role gives more than looking only after a code of your second factor.</source>
        <translation>Votre rôle ne donne plus que la consultation qu’après un code de votre second facteur.</translation>
    </message>
    <message>
        <source>You no longer have the role “%1”: it was ended before its time.</source>
        <translation>Vous n’avez plus le rôle «&#x202f;%1&#x202f;»&#x202f;: il a été retiré avant son terme.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GroupDialog</name>
    <message>
        <source>Device group %1</source>
        <extracomment>%1 a device group</extracomment>
        <translation>Groupe d’appareils %1</translation>
    </message>
    <message>
        <source>Add a device group</source>
        <translation>Ajouter un groupe d’appareils</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>Automation &amp;level</source>
        <translation>Ni&amp;veau de correction automatique</translation>
    </message>
    <message>
        <source>Devices that no other group takes are here. With “No automated response” there is no live response on them.</source>
        <translation>Les appareils qu’aucun autre groupe ne prend sont ici. Avec «&#x202f;Aucune réponse automatique&#x202f;», ils n’ont pas de réponse en direct.</translation>
    </message>
    <message>
        <source>A device is in the first group, by rank, whose rule takes it: of each property that has values one must fit. Values are separated by commas, and * stands for any letters.</source>
        <translation>Un appareil est dans le premier groupe, par rang, dont la règle le prend&#x202f;: pour chaque propriété qui a des valeurs, l’une doit convenir. Les valeurs sont séparées par des virgules, et * remplace n’importe quels caractères.</translation>
    </message>
    <message>
        <source>&amp;Host names</source>
        <translation>Noms d’&amp;hôte</translation>
    </message>
    <message>
        <source>DNS do&amp;mains</source>
        <translation>Do&amp;maines DNS</translation>
    </message>
    <message>
        <source>Operating &amp;systems</source>
        <translation>&amp;Systèmes d’exploitation</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>such as srv-*, mail</source>
        <translation>par exemple srv-*, mail</translation>
    </message>
    <message>
        <source>such as *.example.org</source>
        <translation>par exemple *.example.org</translation>
    </message>
    <message>
        <source>such as Linux, Windows Server*</source>
        <translation>par exemple Linux, Windows Server*</translation>
    </message>
    <message>
        <source>such as server</source>
        <translation>par exemple server</translation>
    </message>
    <message>
        <source>This device group was removed meanwhile.</source>
        <translation>Ce groupe d’appareils a été supprimé entre-temps.</translation>
    </message>
    <message>
        <source>%1 has changed this device group meanwhile. What you confirm replaces that.</source>
        <extracomment>%1 a person</extracomment>
        <translation>%1 a modifié ce groupe d’appareils entre-temps. Ce que vous confirmez le remplace.</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Saisissez d’abord un nom.</translation>
    </message>
    <message>
        <source>Say at least one property that devices must have.</source>
        <translation>Indiquez au moins une propriété que les appareils doivent avoir.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Rien n’a encore été modifié.</translation>
    </message>
    <message>
        <source>Needs &amp;approval</source>
        <extracomment>field: verbs that a second person has to approve</extracomment>
        <translation>À a&amp;pprouver</translation>
    </message>
    <message>
        <source>such as remediate, collect -memory</source>
        <translation>par exemple remediate, collect -memory</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GroupPreview</name>
    <message>
        <source>It takes no device yet</source>
        <translation>Il ne prend encore aucun appareil</translation>
    </message>
    <message>
        <source>Say at least one property that devices must have.</source>
        <translation>Indiquez au moins une propriété que les appareils doivent avoir.</translation>
    </message>
    <message>
        <source>What it takes cannot be said</source>
        <translation>Impossible de dire ce qu’il prend</translation>
    </message>
    <message numerus="yes">
        <source>It takes %Ln device(s)</source>
        <extracomment>%1 names of devices</extracomment>
        <translation>
            <numerusform>Il prend %Ln appareil</numerusform>
            <numerusform>Il prend %Ln appareils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>devices</comment>
        <translation>
            <numerusform>%1 et %Ln autre</numerusform>
            <numerusform>%1 et %Ln autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GroupsSection</name>
    <message>
        <source>what no other group takes</source>
        <translation>ce qu’aucun autre groupe ne prend</translation>
    </message>
    <message>
        <source>host %1</source>
        <extracomment>a part of the rule of a device group: %1 names</extracomment>
        <translation>hôte %1</translation>
    </message>
    <message>
        <source>domain %1</source>
        <extracomment>a part of the rule of a device group: %1 DNS domains</extracomment>
        <translation>domaine %1</translation>
    </message>
    <message>
        <source>system %1</source>
        <extracomment>a part of the rule of a device group: %1 operating systems</extracomment>
        <translation>système %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <extracomment>a part of the rule of a device group: %1 tags</extracomment>
        <translation>étiquette %1</translation>
    </message>
    <message>
        <source>Rank</source>
        <extracomment>column of the device groups: 1 is the first</extracomment>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the device groups</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>column of the device groups: how many are in it</extracomment>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Automation level</source>
        <extracomment>column of the device groups</extracomment>
        <translation>Niveau de correction automatique</translation>
    </message>
    <message>
        <source>Rule</source>
        <extracomment>column of the device groups</extracomment>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Device groups</source>
        <translation>Groupes d’appareils</translation>
    </message>
    <message>
        <source>Filter the device groups by name, level, rule</source>
        <translation>Filtrer les groupes d’appareils par nom, niveau, règle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device group(s)</source>
        <translation>
            <numerusform>%Ln groupe d’appareils</numerusform>
            <numerusform>%Ln groupes d’appareils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln device group(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln groupe d’appareils</numerusform>
            <numerusform>%1 sur %Ln groupes d’appareils</numerusform>
        </translation>
    </message>
    <message>
        <source>No device groups</source>
        <translation>Aucun groupe d’appareils</translation>
    </message>
    <message>
        <source>Devices that no other group takes are here.</source>
        <translation>Les appareils qu’aucun autre groupe ne prend sont ici.</translation>
    </message>
    <message>
        <source>by nobody yet</source>
        <comment>changed</comment>
        <extracomment>%1 a time, %2 a person</extracomment>
        <translation>jamais</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>changed</comment>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>The ungrouped devices are always the last group, and stay.</source>
        <translation>Les appareils non groupés sont toujours le dernier groupe, et le restent.</translation>
    </message>
    <message>
        <source>It is the first already.</source>
        <translation>Il est déjà le premier.</translation>
    </message>
    <message>
        <source>Below it are only the ungrouped devices.</source>
        <translation>Il n’y a plus que les appareils non groupés en dessous.</translation>
    </message>
    <message>
        <source>Remove a device group</source>
        <extracomment>%1 a device group</extracomment>
        <translation>Supprimer un groupe d’appareils</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Supprimer %1&#x202f;?</translation>
    </message>
    <message>
        <source>Its devices go to the next group whose rule takes them. Only a group that no role is for can be removed.</source>
        <translation>Ses appareils passent au groupe suivant dont la règle les prend. Seul un groupe qu’aucun rôle ne vise peut être supprimé.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>Noms d’hôte</translation>
    </message>
    <message>
        <source>DNS domains</source>
        <translation>Domaines DNS</translation>
    </message>
    <message>
        <source>Operating systems</source>
        <translation>Systèmes d’exploitation</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>&amp;Add a device group…</source>
        <translation>&amp;Ajouter un groupe d’appareils…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>M&amp;odifier…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <extracomment>of a device group: verbs that a second person has to approve</extracomment>
        <translation>À approuver</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::HashField</name>
    <message>
        <source>Copy %1</source>
        <extracomment>button; %1 is the name of a hash, such as SHA-256</extracomment>
        <translation>Copier %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::HelpPanel</name>
    <message>
        <source>Filter commands</source>
        <translation>Filtrer les commandes</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Put into the input line</source>
        <translation>Mettre dans la ligne de saisie</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::HistoryPopup</name>
    <message>
        <source>Find in history</source>
        <translation>Rechercher dans l’historique</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::InputLine</name>
    <message>
        <source>Working directory: %1</source>
        <translation>Répertoire de travail&#x202f;: %1</translation>
    </message>
    <message>
        <source>Enter again sends it all the same.</source>
        <translation>Entrée à nouveau l’envoie malgré tout.</translation>
    </message>
    <message numerus="yes">
        <source>%n pasted line(s) to come: Enter sends this one, Esc drops the rest.</source>
        <translation>
            <numerusform>Encore %n ligne collée&#x202f;: Entrée envoie celle-ci, Échap abandonne la suite.</numerusform>
            <numerusform>Encore %n lignes collées&#x202f;: Entrée envoie celle-ci, Échap abandonne la suite.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a command — Tab completes, ↑ history, Ctrl+Shift+F finds</source>
        <translation>Saisissez une commande — Tab complète, ↑ historique, Ctrl+Maj+F recherche</translation>
    </message>
    <message>
        <source>Command input</source>
        <translation>Saisie de commande</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Indication</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::JsonView</name>
    <message>
        <source>This document has %1: it is shown without colours.</source>
        <translation>Ce document compte %1&#x202f;: il est affiché sans couleurs.</translation>
    </message>
    <message>
        <source>JSON output</source>
        <translation>Sortie JSON</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Renvoyer à la ligne</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LeaveDialog</name>
    <message>
        <source>Close Sonde</source>
        <translation>Fermer Sonde</translation>
    </message>
    <message>
        <source>Close Sonde with work going on?</source>
        <translation>Fermer Sonde alors que du travail est en cours&#x202f;?</translation>
    </message>
    <message>
        <source>This tenant runs on this computer and ends with the window: commands that run are stopped. Sessions and downloads go on when Sonde is started again.</source>
        <translation>Ce locataire fonctionne sur cet ordinateur et s’arrête avec la fenêtre&#x202f;: les commandes en cours sont interrompues. Les sessions et les téléchargements continuent au prochain démarrage de Sonde.</translation>
    </message>
    <message>
        <source>What is left running goes on at the service, and its sessions keep their devices from others until the inactivity timeout ends them. Downloads go on when Sonde is started again; uploads do not.</source>
        <translation>Ce qui reste en cours continue au service, et ses sessions réservent leurs appareils jusqu’à ce que le délai d’inactivité les termine. Les téléchargements continuent au prochain démarrage de Sonde&#x202f;; les téléversements, non.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) running</source>
        <translation>
            <numerusform>%Ln commande en cours</numerusform>
            <numerusform>%Ln commandes en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) under way</source>
        <translation>
            <numerusform>%Ln transfert en cours</numerusform>
            <numerusform>%Ln transferts en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) held</source>
        <translation>
            <numerusform>%Ln session tenue</numerusform>
            <numerusform>%Ln sessions tenues</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Fermer quand même</translation>
    </message>
    <message>
        <source>Leave running</source>
        <translation>Laisser tourner</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnecting…</source>
        <translation>Déconnexion…</translation>
    </message>
    <message>
        <source>Disconnect all</source>
        <translation>Tout déconnecter</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>Il n’y a pas de connexion au service.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) waiting for approval: approved, they run without you</source>
        <translation>
            <numerusform>%Ln commande en attente d’approbation&#x202f;: approuvée, elle s’exécutera sans vous</numerusform>
            <numerusform>%Ln commandes en attente d’approbation&#x202f;: approuvées, elles s’exécuteront sans vous</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LibraryPage</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln file(s)</source>
        <comment>files shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln fichier</numerusform>
            <numerusform>%1 sur %Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>La bibliothèque est vide</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>The library is being listed.</source>
        <translation>Le contenu de la bibliothèque arrive.</translation>
    </message>
    <message>
        <source>No file matches the filter</source>
        <translation>Aucun fichier ne correspond au filtre</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Delete from the library</source>
        <translation>Supprimer de la bibliothèque</translation>
    </message>
    <message>
        <source>Delete “%1” with its whole history?</source>
        <translation>Supprimer «&#x202f;%1&#x202f;» avec tout son historique&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln version(s).</source>
        <translation>
            <numerusform>Il a %Ln version.</numerusform>
            <numerusform>Il a %Ln versions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) used it; what they did stays in the journal.</source>
        <translation>
            <numerusform>%Ln commande l’a utilisé&#x202f;; ce qu’elle a fait reste dans le journal.</numerusform>
            <numerusform>%Ln commandes l’ont utilisé&#x202f;; ce qu’elles ont fait reste dans le journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>No command has used it.</source>
        <translation>Aucune commande ne l’a utilisé.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Filter by name, description, signature, person</source>
        <translation>Filtrer par nom, description, signature, personne</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>Filtrer la bibliothèque</translation>
    </message>
    <message>
        <source>Width of the file’s page</source>
        <translation>Largeur de la page du fichier</translation>
    </message>
    <message>
        <source>Scripts and tools in it are ready for every device: “run” runs a script, “putfile” puts a file there.</source>
        <translation>Les scripts et outils qu’elle contient sont prêts pour tous les appareils&#x202f;: «&#x202f;run&#x202f;» exécute un script, «&#x202f;putfile&#x202f;» dépose un fichier.</translation>
    </message>
    <message>
        <source>Drop files anywhere on this window to upload them.</source>
        <translation>Déposez des fichiers n’importe où dans cette fenêtre pour les téléverser.</translation>
    </message>
    <message>
        <source>The library cannot be listed</source>
        <translation>Le contenu de la bibliothèque n’a pas pu être lu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LibraryTextModel</name>
    <message>
        <source>yes</source>
        <comment>takes parameters</comment>
        <translation>oui</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the library</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>column of the library: kind of file</extracomment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Parameters</source>
        <extracomment>column of the library: whether the script takes parameters</extracomment>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>column of the library: who uploaded this version</extracomment>
        <translation>Par</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>column of the library: when this version was uploaded</extracomment>
        <translation>Date</translation>
    </message>
    <message>
        <source>PowerShell script</source>
        <translation>Script PowerShell</translation>
    </message>
    <message>
        <source>Shell script</source>
        <translation>Script shell</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Script Python</translation>
    </message>
    <message>
        <source>Batch file</source>
        <translation>Fichier de commandes</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Archive</source>
        <extracomment>a file that holds other files</extracomment>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>YARA rules</source>
        <translation>Règles YARA</translation>
    </message>
    <message>
        <source>List of known bad files</source>
        <translation>Liste de fichiers malveillants connus</translation>
    </message>
    <message>
        <source>List of known good files</source>
        <translation>Liste de fichiers sains connus</translation>
    </message>
    <message>
        <source>Definitions of artefacts</source>
        <translation>Définitions d’artefacts</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LineTree</name>
    <message>
        <source>Copy %1</source>
        <extracomment>%1 is the name of a hash, such as SHA-256</extracomment>
        <translation>Copier %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ListSection</name>
    <message>
        <source>This is not yours to see</source>
        <translation>Vous n’avez pas accès à cette page</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Rien ne correspond au filtre</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>La liste ne peut être affichée</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>The list is being fetched.</source>
        <translation>La liste est en cours de récupération.</translation>
    </message>
    <message>
        <source>About what is selected</source>
        <translation>Détails de la sélection</translation>
    </message>
    <message>
        <source>Width of the details</source>
        <translation>Largeur des détails</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::MainActions</name>
    <message>
        <source>&amp;File</source>
        <extracomment>menu</extracomment>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <extracomment>menu: live response session</extracomment>
        <translation>&amp;Session</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>menu</extracomment>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <extracomment>menu</extracomment>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>menu</extracomment>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>&amp;Se connecter…</translation>
    </message>
    <message>
        <source>&amp;Close the tab</source>
        <translation>&amp;Fermer l’onglet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <extracomment>menu entry: end the program</extracomment>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Start live response session</source>
        <translation>&amp;Lancer une session de réponse en direct</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>&amp;Appareils</translation>
    </message>
    <message>
        <source>&amp;Filter devices</source>
        <translation>&amp;Filtrer les appareils</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>Onglet &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>Onglet &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Larger console text</source>
        <translation>A&amp;grandir le texte de la console</translation>
    </message>
    <message>
        <source>S&amp;maller console text</source>
        <translation>&amp;Réduire le texte de la console</translation>
    </message>
    <message>
        <source>N&amp;ormal console text</source>
        <translation>Taille &amp;normale du texte de la console</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Plein &amp;écran</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <extracomment>menu entry: the list of keyboard shortcuts</extracomment>
        <translation>&amp;Raccourcis</translation>
    </message>
    <message>
        <source>&amp;About Sonde</source>
        <translation>&amp;À propos de Sonde</translation>
    </message>
    <message>
        <source>Li&amp;brary</source>
        <translation>&amp;Bibliothèque</translation>
    </message>
    <message>
        <source>Do&amp;wnloads</source>
        <translation>Télécharge&amp;ments</translation>
    </message>
    <message>
        <source>N&amp;ext area</source>
        <extracomment>menu entry: an area is the console, the command log, the downloads…</extracomment>
        <translation>Zone suivant&amp;e</translation>
    </message>
    <message>
        <source>Pre&amp;vious area</source>
        <extracomment>menu entry: an area is the console, the command log, the downloads…</extracomment>
        <translation>&amp;Zone précédente</translation>
    </message>
    <message>
        <source>&amp;Remediations</source>
        <translation>Co&amp;rrections</translation>
    </message>
    <message>
        <source>A&amp;ctivity</source>
        <translation>A&amp;ctivité</translation>
    </message>
    <message>
        <source>To the sixth tab, … to the ninth</source>
        <translation>Aller au sixième onglet, … au neuvième</translation>
    </message>
    <message>
        <source>Ad&amp;ministration</source>
        <translation>Ad&amp;ministration</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::MainWindow</name>
    <message>
        <source>The tenant on this computer is starting.</source>
        <translation>Le locataire de cet ordinateur démarre.</translation>
    </message>
    <message>
        <source>Signing in to the tenant.</source>
        <translation>Connexion au locataire.</translation>
    </message>
    <message>
        <source>The devices are being listed.</source>
        <translation>Chargement de la liste des appareils.</translation>
    </message>
    <message>
        <source>Sign in to see the devices of this tenant.</source>
        <translation>Connectez-vous pour voir les appareils de ce locataire.</translation>
    </message>
    <message>
        <source>Devices and sessions</source>
        <translation>Appareils et sessions</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Barre de menus</translation>
    </message>
    <message>
        <source>This tab stays: only those of sessions are closed.</source>
        <translation>Cet onglet reste&#x202f;: seuls ceux des sessions se ferment.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::NotificationStrip</name>
    <message>
        <source>Dismiss notification</source>
        <translation>Fermer la notification</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::OutputBody</name>
    <message>
        <source>Copy selection</source>
        <translation>Copier la sélection</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Copier en JSON</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>The document appears when the command has finished.</source>
        <translation>Le document apparaîtra à la fin de la commande.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n selected row(s) as</source>
        <translation>
            <numerusform>Copier %n ligne sélectionnée en</numerusform>
            <numerusform>Copier %n lignes sélectionnées en</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shown row(s) as</source>
        <translation>
            <numerusform>Copier %n ligne affichée en</numerusform>
            <numerusform>Copier %n lignes affichées en</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy all rows as</source>
        <translation>Copier toutes les lignes en</translation>
    </message>
    <message numerus="yes">
        <source>Export %n shown row(s)…</source>
        <translation>
            <numerusform>Exporter %n ligne affichée…</numerusform>
            <numerusform>Exporter %n lignes affichées…</numerusform>
        </translation>
    </message>
    <message>
        <source>Export all rows…</source>
        <translation>Exporter toutes les lignes…</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>Formats rows can be copied in</extracomment>
        <translation>Texte</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Rien n’est sélectionné.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::OutputWindow</name>
    <message>
        <source>Filter these rows</source>
        <translation>Filtrer ces lignes</translation>
    </message>
    <message>
        <source>Compare with an earlier run…</source>
        <translation>Comparer à une exécution antérieure…</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::OverwriteDialog</name>
    <message>
        <source>File exists</source>
        <translation>Le fichier existe</translation>
    </message>
    <message>
        <source>Overwrite “%1”?</source>
        <translation>Remplacer «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>In %1</source>
        <extracomment>%1 is a folder on this computer</extracomment>
        <translation>Dans %1</translation>
    </message>
    <message>
        <source>%1, changed %2</source>
        <extracomment>a file that is there: its size, and when it was changed</extracomment>
        <translation>%1, modifié le %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <extracomment>Replaces a file of the same name</extracomment>
        <translation>Remplacer</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PackageWindow</name>
    <message>
        <source>Package %1</source>
        <extracomment>%1 is the name of a package</extracomment>
        <translation>Package %1</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Filtrer par nom</translation>
    </message>
    <message>
        <source>Search in all files, then Enter</source>
        <translation>Rechercher dans tous les fichiers, puis Entrée</translation>
    </message>
    <message>
        <source>Search in all files</source>
        <translation>Rechercher dans tous les fichiers</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>a search that is under way</extracomment>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>What is in the package</source>
        <translation>Contenu du package</translation>
    </message>
    <message>
        <source>Content</source>
        <extracomment>what a file of a package holds</extracomment>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Reading… %1 %</source>
        <extracomment>%1 a number: how much of a package was read</extracomment>
        <translation>Lecture… %1&#x202f;%</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>This is no package that can be read.</source>
        <translation>Ce n’est pas un package lisible.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1 unpacked.</source>
        <extracomment>%1 a size</extracomment>
        <translation>
            <numerusform>%Ln fichier, %1 décompressé.</numerusform>
            <numerusform>%Ln fichiers, %1 décompressés.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 There may be more:</source>
        <translation>%1 Il peut y en avoir d’autres&#x202f;:</translation>
    </message>
    <message>
        <source>The search ended.</source>
        <translation>La recherche s’est arrêtée.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is in %Ln file(s) of %2.</source>
        <extracomment>%1 what was searched for, %2 a number of files</extracomment>
        <translation>
            <numerusform>«&#x202f;%1&#x202f;» est dans %Ln fichier sur %2.</numerusform>
            <numerusform>«&#x202f;%1&#x202f;» est dans %Ln fichiers sur %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Not all were searched:</source>
        <translation>%1 Tous n’ont pas été examinés&#x202f;:</translation>
    </message>
    <message>
        <source>A folder.</source>
        <translation>Un dossier.</translation>
    </message>
    <message>
        <source>A link to %1.</source>
        <extracomment>%1 a path</extracomment>
        <translation>Un lien vers %1.</translation>
    </message>
    <message>
        <source>No file that has a content.</source>
        <translation>Ce n’est pas un fichier qui a un contenu.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>Choose a file to read it here.</source>
        <translation>Choisissez un fichier pour le lire ici.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PasswordDialog</name>
    <message>
        <source>New password for %1</source>
        <extracomment>%1 a user</extracomment>
        <translation>Nouveau mot de passe de %1</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Définir le mot de passe</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>Le même, &amp;à nouveau</translation>
    </message>
    <message>
        <source>This is your own account: you are signed out at once, and your sessions end.</source>
        <translation>C’est votre propre compte&#x202f;: vous êtes déconnecté aussitôt, et vos sessions se terminent.</translation>
    </message>
    <message>
        <source>They are signed out at once, and their sessions end.</source>
        <translation>Cet utilisateur est déconnecté aussitôt, et ses sessions se terminent.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PasswordFields</name>
    <message>
        <source>Type a password first.</source>
        <translation>Saisissez d’abord un mot de passe.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Les deux mots de passe ne sont pas identiques.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PreviewDialog</name>
    <message>
        <source>Preview of %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Aperçu de %1</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>Tab: a file as text</extracomment>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <extracomment>Tab: a file byte by byte</extracomment>
        <translation>Hexadécimal</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PublishersSection</name>
    <message>
        <source>Name</source>
        <extracomment>column of the publishers</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Expires</source>
        <extracomment>column of the publishers: the end of their certificate</extracomment>
        <translation>Expire le</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>Éditeurs</translation>
    </message>
    <message>
        <source>Filter the publishers by name, hash</source>
        <translation>Filtrer les éditeurs par nom, empreinte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln publisher(s)</source>
        <translation>
            <numerusform>%Ln éditeur</numerusform>
            <numerusform>%Ln éditeurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln publisher(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln éditeur</numerusform>
            <numerusform>%1 sur %Ln éditeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody’s signature is trusted</source>
        <translation>Aucune signature n’est approuvée</translation>
    </message>
    <message>
        <source>A PowerShell script runs only when somebody signed it whose certificate is here, unless the setting “allow-unsigned-scripts” is on.</source>
        <translation>Un script PowerShell ne s’exécute que s’il est signé par un éditeur dont le certificat est ici, sauf si le paramètre «&#x202f;allow-unsigned-scripts&#x202f;» est activé.</translation>
    </message>
    <message>
        <source>This certificate has expired: what it signed before that stays trusted only if it is timestamped.</source>
        <translation>Ce certificat a expiré&#x202f;: ce qu’il a signé auparavant ne reste approuvé que s’il est horodaté.</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Choisir un certificat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <extracomment>files that can be chosen</extracomment>
        <translation>Certificats (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Remove a publisher</source>
        <extracomment>%1 whom a certificate is for</extracomment>
        <translation>Supprimer un éditeur</translation>
    </message>
    <message>
        <source>Trust %1 no longer?</source>
        <translation>Ne plus approuver %1&#x202f;?</translation>
    </message>
    <message>
        <source>Scripts in the library that it signed are unsigned from then on.</source>
        <translation>Les scripts de la bibliothèque qu’il a signés sont dès lors non signés.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>SHA-256 of the certificate</source>
        <translation>SHA-256 du certificat</translation>
    </message>
    <message>
        <source>&amp;Add a certificate…</source>
        <translation>&amp;Ajouter un certificat…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::QuestionBar</name>
    <message>
        <source>There is a file “%1” in %2 already.</source>
        <translation>Il y a déjà un fichier «&#x202f;%1&#x202f;» dans %2.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <extracomment>a file of the same name</extracomment>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Keep both</source>
        <extracomment>files of the same name</extracomment>
        <translation>Conserver les deux</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>do not download this one</extracomment>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Question about a download</source>
        <translation>Question sur un téléchargement</translation>
    </message>
    <message>
        <source>There is a file “%1” in %2 already, with the same content (SHA-256).</source>
        <translation>Il y a déjà un fichier «&#x202f;%1&#x202f;» dans %2, avec le même contenu (SHA-256).</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RecordView</name>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RemediationsPage</name>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation>
            <numerusform>%Ln action</numerusform>
            <numerusform>%Ln actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln act(s)</source>
        <comment>acts shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln action</numerusform>
            <numerusform>%1 sur %Ln actions</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Rien ne correspond au filtre</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>La liste ne peut être affichée</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>The list is being fetched.</source>
        <translation>La liste est en cours de récupération.</translation>
    </message>
    <message>
        <source>Nothing was remediated yet</source>
        <translation>Rien n’a encore été corrigé</translation>
    </message>
    <message>
        <source>What is remediated, undone, isolated and released in sessions is listed here, with who did it and why, and can be undone from here.</source>
        <translation>Ce qui est corrigé, restauré, isolé et libéré dans les sessions figure ici, avec qui l’a fait et pourquoi, et peut être restauré d’ici.</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>Ceci a déjà été restauré.</translation>
    </message>
    <message>
        <source>There is nothing of it that could be undone.</source>
        <translation>Rien de cela ne peut être restauré.</translation>
    </message>
    <message>
        <source>Remediations</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>Filter by device, thing, person, reason, state</source>
        <translation>Filtrer par appareil, objet, personne, raison, état</translation>
    </message>
    <message>
        <source>Filter the remediations</source>
        <translation>Filtrer les corrections</translation>
    </message>
    <message>
        <source>Show in its session</source>
        <extracomment>button: goes to the command of a session that did it</extracomment>
        <translation>Afficher dans sa session</translation>
    </message>
    <message>
        <source>Undo…</source>
        <extracomment>button: asks first</extracomment>
        <translation>Restaurer…</translation>
    </message>
    <message>
        <source>This was undone already, by act %1.</source>
        <extracomment>%1 the number of an act</extracomment>
        <translation>Déjà restauré, par l’acte %1.</translation>
    </message>
    <message>
        <source>The time in which it could be undone is over.</source>
        <translation>Le délai pour le restaurer est passé.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::Reporter</name>
    <message>
        <source>Look at it</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Start a live response session on a device first; the script runs there.</source>
        <translation>Lancez d’abord une session de réponse en direct sur un appareil&#x202f;; le script s’y exécutera.</translation>
    </message>
    <message>
        <source>Show devices</source>
        <translation>Afficher les appareils</translation>
    </message>
    <message>
        <source>Downloaded: %1</source>
        <translation>Téléchargé&#x202f;: %1</translation>
    </message>
    <message>
        <source>“%1” is in the library.</source>
        <translation>«&#x202f;%1&#x202f;» est dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Show library</source>
        <translation>Afficher la bibliothèque</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <extracomment>%1 a device, %2 a command line, %3 how it ended</extracomment>
        <translation>%1 · %2&#x202f;: %3</translation>
    </message>
    <message>
        <source>Go to session</source>
        <translation>Aller à la session</translation>
    </message>
    <message>
        <source>The session on %1 has ended.</source>
        <translation>La session sur %1 est terminée.</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Session %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a device, %2 a sentence that says why a line was not run</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Go to command</source>
        <translation>Aller à la commande</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RestartNotice</name>
    <message numerus="yes">
        <source>%1 had ended and was started again. %n command(s) were interrupted: the command log says which.</source>
        <translation>
            <numerusform>%1 s’était arrêté et a été relancé. %n commande a été interrompue&#x202f;: le journal de commandes dit laquelle.</numerusform>
            <numerusform>%1 s’était arrêté et a été relancé. %n commandes ont été interrompues&#x202f;: le journal de commandes dit lesquelles.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 had ended and was started again. Nothing is lost.</source>
        <translation>%1 s’était arrêté et a été relancé. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>%1 had ended and was started again. Commands that it was carrying out may have been interrupted: the command log says which.</source>
        <translation>%1 s’était arrêté et a été relancé. Les commandes qu’il exécutait ont pu être interrompues&#x202f;: le journal de commandes dit lesquelles.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ResultBar</name>
    <message>
        <source>“%1” means nothing here. Write for example: %2</source>
        <extracomment>%1 is what was typed, %2 are examples</extracomment>
        <translation>«&#x202f;%1&#x202f;» n’a pas de sens ici. Par exemple&#x202f;: %2</translation>
    </message>
    <message>
        <source>Words, or %1</source>
        <extracomment>What can be typed into a filter; the names of columns stay as they are</extracomment>
        <translation>Des mots, ou %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Grouped by %1</source>
        <translation>Regroupé par %1</translation>
    </message>
    <message>
        <source>Do not group by %1 any more</source>
        <translation>Ne plus regrouper par %1</translation>
    </message>
    <message>
        <source>Comparing with %1…</source>
        <translation>Comparaison avec %1…</translation>
    </message>
    <message>
        <source>Since %1: %2 new, %3 gone, %4 changed</source>
        <extracomment>%1 names an earlier run of the same command; then how many rows are new, gone and changed since</extracomment>
        <translation>Depuis %1&#x202f;: nouvelles %2, disparues %3, modifiées %4</translation>
    </message>
    <message>
        <source>Filter these rows</source>
        <translation>Filtrer ces lignes</translation>
    </message>
    <message>
        <source>Filter of these rows</source>
        <translation>Filtre de ces lignes</translation>
    </message>
    <message>
        <source>Remove the filter (Esc)</source>
        <translation>Retirer le filtre (Échap)</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>Retirer le filtre</translation>
    </message>
    <message>
        <source>As a tree</source>
        <translation>En arbre</translation>
    </message>
    <message>
        <source>Not as a tree any more</source>
        <translation>Ne plus afficher en arbre</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Différences seulement</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Terminer la comparaison</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ResultPane</name>
    <message>
        <source>No row matches the filter.</source>
        <translation>Aucune ligne ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Afficher toutes les lignes</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ResultView</name>
    <message>
        <source>Long texts on several lines</source>
        <translation>Textes longs sur plusieurs lignes</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Copier la cellule</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>What became of a row since an earlier run</extracomment>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>Seulement les lignes avec cette valeur</translation>
    </message>
    <message>
        <source>Without rows with this value</source>
        <translation>Sans les lignes avec cette valeur</translation>
    </message>
    <message>
        <source>(empty)</source>
        <extracomment>Head of a group of rows without a value</extracomment>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RoleDialog</name>
    <message>
        <source>For the &amp;whole tenant</source>
        <translation>Pour to&amp;ut le locataire</translation>
    </message>
    <message>
        <source>Role %1</source>
        <extracomment>%1 a role</extracomment>
        <translation>Rôle %1</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>Ajouter un rôle</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>&amp;Permissions</source>
        <translation>&amp;Autorisations</translation>
    </message>
    <message>
        <source>For the whole tenant</source>
        <translation>Pour tout le locataire</translation>
    </message>
    <message>
        <source>Device &amp;groups</source>
        <translation>&amp;Groupes d’appareils</translation>
    </message>
    <message>
        <source>A change takes effect at once, also for who is at work: sessions and commands that the role does not give any more end.</source>
        <translation>Une modification prend effet aussitôt, même pour qui est au travail&#x202f;: les sessions et les commandes que le rôle n’autorise plus se terminent.</translation>
    </message>
    <message>
        <source>This role was removed meanwhile.</source>
        <translation>Ce rôle a été supprimé entre-temps.</translation>
    </message>
    <message>
        <source>%1 has changed this role meanwhile. What you confirm replaces that.</source>
        <extracomment>%1 a person</extracomment>
        <translation>%1 a modifié ce rôle entre-temps. Ce que vous confirmez le remplace.</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Saisissez d’abord un nom.</translation>
    </message>
    <message>
        <source>Choose the device groups, or the whole tenant.</source>
        <translation>Choisissez les groupes d’appareils, ou tout le locataire.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Rien n’a encore été modifié.</translation>
    </message>
    <message>
        <source>Demands a second &amp;factor for more than looking</source>
        <translation>E&amp;xige un second facteur au-delà de la consultation</translation>
    </message>
    <message>
        <source>Demands a second factor for more than looking</source>
        <translation>Exige un second facteur au-delà de la consultation</translation>
    </message>
    <message>
        <source>Without one the role reads, looks at devices and brings files. It changes nothing.</source>
        <translation>Sans lui, le rôle lit, examine les appareils et rapporte des fichiers. Il ne change rien.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RolesSection</name>
    <message>
        <source>the whole tenant</source>
        <extracomment>where a role gives what it gives</extracomment>
        <translation>tout le locataire</translation>
    </message>
    <message>
        <source>built in</source>
        <comment>role</comment>
        <extracomment>instead of who changed a role</extracomment>
        <translation>intégré</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the roles</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Permissions</source>
        <extracomment>column of the roles</extracomment>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>column of the roles: the device groups
----------
where a role gives what it gives</extracomment>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Changed by</source>
        <extracomment>column of the roles</extracomment>
        <translation>Modifié par</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié le</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Filter the roles by name, permission, device group</source>
        <translation>Filtrer les rôles par nom, autorisation, groupe d’appareils</translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln rôle</numerusform>
            <numerusform>%Ln rôles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln role(s)</source>
        <comment>roles shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln rôle</numerusform>
            <numerusform>%1 sur %Ln rôles</numerusform>
        </translation>
    </message>
    <message>
        <source>No roles</source>
        <translation>Aucun rôle</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>changed</comment>
        <extracomment>%1 a time, %2 a person</extracomment>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>Roles that are built in stay as they are. Add one of your own instead.</source>
        <translation>Les rôles intégrés restent tels quels. Ajoutez plutôt le vôtre.</translation>
    </message>
    <message>
        <source>Remove a role</source>
        <extracomment>%1 a role</extracomment>
        <translation>Supprimer un rôle</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Supprimer %1&#x202f;?</translation>
    </message>
    <message>
        <source>Only a role that nobody has can be removed.</source>
        <translation>Seul un rôle que personne n’a peut être supprimé.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>&amp;Add a role…</source>
        <translation>&amp;Ajouter un rôle…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>M&amp;odifier…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>for more than looking</source>
        <translation>au-delà de la consultation</translation>
    </message>
    <message>
        <source>not demanded</source>
        <translation>non exigé</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RowActs</name>
    <message>
        <source>Remediate this process and its image…</source>
        <translation>Corriger ce processus et son image…</translation>
    </message>
    <message>
        <source>Remediate this process, its image and all that it has started…</source>
        <translation>Corriger ce processus, son image et tout ce qu’il a lancé…</translation>
    </message>
    <message>
        <source>Remediate this file…</source>
        <translation>Corriger ce fichier…</translation>
    </message>
    <message>
        <source>Remediate the file of its program…</source>
        <translation>Corriger le fichier de son programme…</translation>
    </message>
    <message>
        <source>Remediate the process behind it and its image…</source>
        <translation>Corriger le processus derrière elle et son image…</translation>
    </message>
    <message>
        <source>Remediate this service…</source>
        <translation>Corriger ce service…</translation>
    </message>
    <message>
        <source>Remediate this scheduled task…</source>
        <translation>Corriger cette tâche planifiée…</translation>
    </message>
    <message>
        <source>Remediate this startup item…</source>
        <translation>Corriger cet élément de démarrage…</translation>
    </message>
    <message>
        <source>Remediate this persistence entry…</source>
        <translation>Corriger cette entrée de persistance…</translation>
    </message>
    <message>
        <source>Undo this…</source>
        <translation>Restaurer ceci…</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RunScriptDialog</name>
    <message>
        <source>Run a script</source>
        <translation>Exécuter un script</translation>
    </message>
    <message>
        <source>The line for the console</source>
        <translation>La ligne pour la console</translation>
    </message>
    <message>
        <source>Run “%1” on %2</source>
        <extracomment>%1: a script, %2: a device</extracomment>
        <translation>Exécuter «&#x202f;%1&#x202f;» sur %2</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>Signature&#x202f;: %1</translation>
    </message>
    <message>
        <source>words between blanks; quotes keep blanks together</source>
        <translation>des mots séparés par des espaces&#x202f;; les guillemets préservent les espaces</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>More parameters</source>
        <translation>Autres paramètres</translation>
    </message>
    <message>
        <source>The script is given</source>
        <translation>Le script reçoit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Write into the console</source>
        <translation>Écrire dans la console</translation>
    </message>
    <message>
        <source>Nothing runs until you send the line.</source>
        <translation>Rien ne s’exécute tant que vous n’avez pas envoyé la ligne.</translation>
    </message>
    <message>
        <source>The script is being fetched.</source>
        <translation>Le script est en cours de récupération.</translation>
    </message>
    <message>
        <source>no arguments</source>
        <translation>aucun argument</translation>
    </message>
    <message>
        <source>Script text</source>
        <translation>Texte du script</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SecondFactorDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Make a secret</source>
        <translation>Créer un secret</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>otpauth://…, for authenticator apps</extracomment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is the secret, or the address</extracomment>
        <translation>Copier&#x202f;: %1</translation>
    </message>
    <message>
        <source>Type the letters into an authenticator app, or give it the address. They are shown only now. Then type the code that the app shows: from then on it counts.</source>
        <translation>Saisissez les lettres dans une application d’authentification, ou donnez-lui l’adresse. Elles ne sont affichées que maintenant. Saisissez ensuite le code que l’application affiche&#x202f;: le second facteur compte à partir de là.</translation>
    </message>
    <message>
        <source>A second factor is a code that an authenticator app shows, on your phone for example. Some roles give what goes beyond looking only after one. Make a secret, and the app makes codes from it.</source>
        <translation>Un second facteur est un code qu’affiche une application d’authentification, sur votre téléphone par exemple. Certains rôles ne donnent ce qui va au-delà de la consultation qu’après un tel code. Créez un secret&#x202f;; l’application en tire les codes.</translation>
    </message>
    <message>
        <source>You have shown your second factor, and it holds for this sign-in. For another device make another secret; the one before counts until you confirm that.</source>
        <translation>Vous avez présenté votre second facteur&#x202f;; il vaut pour cette connexion. Pour un autre appareil, créez un autre secret&#x202f;; le précédent compte jusqu’à ce que vous confirmiez celui-ci.</translation>
    </message>
    <message>
        <source>Type the code that your authenticator app shows. It holds for this sign-in.</source>
        <translation>Saisissez le code qu’affiche votre application d’authentification. Il vaut pour cette connexion.</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>Il n’y a pas de connexion au service.</translation>
    </message>
    <message>
        <source>The service has not answered yet.</source>
        <translation>Le service n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>Make a secret first.</source>
        <translation>Créez d’abord un secret.</translation>
    </message>
    <message>
        <source>Type the six digits that the app shows.</source>
        <translation>Saisissez les six chiffres qu’affiche l’application.</translation>
    </message>
    <message>
        <source>Show a code of the one that you have first.</source>
        <translation>Présentez d’abord un code de celui que vous avez.</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ServerExceptions</name>
    <message>
        <source>Servers excepted</source>
        <translation>Serveurs exceptés</translation>
    </message>
    <message>
        <source>On these live response is on also while it is off for servers. To except another one, choose it on the page of devices and “Except from the server setting” in its menu.</source>
        <translation>Sur ceux-ci, la réponse en direct est activée même quand elle ne l’est pas pour les serveurs. Pour en excepter un autre, choisissez-le sur la page des appareils, puis «&#x202f;Excepter du paramètre des serveurs&#x202f;» dans son menu.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionAnnouncer</name>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;failed&quot;), %3 a sentence that says why</extracomment>
        <translation>%1, %2&#x202f;: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n row(s)</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;completed&quot;)</extracomment>
        <translation>
            <numerusform>%1, %2, %n ligne</numerusform>
            <numerusform>%1, %2, %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;completed&quot;)</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud: %1 a command line, %2 a sentence that says why it was not run</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;completed&quot;), %3 a sentence that says what was found</extracomment>
        <translation>%1, %2. %3</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionDialogs</name>
    <message>
        <source>Not done</source>
        <translation>Non effectué</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An earlier run of a command: its number and when it ran</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>Exporter les lignes</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>Save output</source>
        <translation>Enregistrer la sortie</translation>
    </message>
    <message>
        <source>Export the command log</source>
        <translation>Exporter le journal de commandes</translation>
    </message>
    <message>
        <source>Act in a session</source>
        <translation>Agir dans une session</translation>
    </message>
    <message>
        <source>Act in the session of %1?</source>
        <translation>Agir dans la session de %1&#x202f;?</translation>
    </message>
    <message>
        <source>Your lines run in it like those of %1, who sees them: they change its folder, and the device. The command log says that you typed them.</source>
        <translation>Vos lignes s’y exécutent comme celles de %1, qui les voit&#x202f;: elles changent le dossier de la session, et l’appareil. Le journal de commandes indique que vous les avez saisies.</translation>
    </message>
    <message>
        <source>Act in it</source>
        <extracomment>Button: from now on one types in the session of somebody else</extracomment>
        <translation>Y agir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Exported</source>
        <extracomment>%1 a file</extracomment>
        <translation>Exporté</translation>
    </message>
    <message>
        <source>“%1” was written.</source>
        <translation>«&#x202f;%1&#x202f;» a été écrit.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionPage</name>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Run the line; a second time although something is wrong with it</source>
        <translation>Exécuter la ligne&#x202f;; une seconde fois malgré une erreur</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Complete a verb, parameter, path or number</source>
        <translation>Compléter un verbe, un paramètre, un chemin ou un numéro</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Lines typed before that begin like this one</source>
        <translation>Lignes déjà saisies qui commencent comme celle-ci</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Haut, Bas</translation>
    </message>
    <message>
        <source>Find a line typed before</source>
        <translation>Retrouver une ligne déjà saisie</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Cancel the foreground command (copies when text is selected)</source>
        <translation>Annuler la commande au premier plan (copie si du texte est sélectionné)</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Move the foreground command to the background (undoes when the line is not empty)</source>
        <translation>Passer la commande du premier plan en arrière-plan (annule la saisie si la ligne n’est pas vide)</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Empty the console; the log keeps everything</source>
        <translation>Vider la console&#x202f;; le journal garde tout</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>From block to block</source>
        <translation>De bloc en bloc</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down</source>
        <translation>Ctrl+Haut, Ctrl+Bas</translation>
    </message>
    <message>
        <source>Make a block larger or smaller</source>
        <translation>Agrandir ou réduire un bloc</translation>
    </message>
    <message>
        <source>Hide or show a block&apos;s output</source>
        <translation>Masquer ou afficher la sortie d’un bloc</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Into a block&apos;s output</source>
        <translation>Entrer dans la sortie d’un bloc</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>Commands for what a cell holds</source>
        <translation>Commandes pour le contenu d’une cellule</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Touche Menu</translation>
    </message>
    <message>
        <source>Back to the input line</source>
        <translation>Revenir à la ligne de saisie</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Command log</source>
        <translation>Journal de commandes</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>Tab: explanations of the commands</extracomment>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>Barre latérale</translation>
    </message>
    <message>
        <source>Find in outputs</source>
        <translation>Rechercher dans les sorties</translation>
    </message>
    <message>
        <source>Empty the console</source>
        <translation>Vider la console</translation>
    </message>
    <message>
        <source>Export the command log…</source>
        <translation>Exporter le journal de commandes…</translation>
    </message>
    <message>
        <source>Command log and help</source>
        <translation>Journal de commandes et aide</translation>
    </message>
    <message>
        <source>Trace</source>
        <extracomment>Toggles timings and message numbers in the console</extracomment>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Disconnect session</source>
        <translation>Déconnecter la session</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Maj+L</translation>
    </message>
    <message>
        <source>Open and close a group or branch of rows</source>
        <translation>Ouvrir et fermer un groupe ou une branche de lignes</translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>Droite, Gauche</translation>
    </message>
    <message>
        <source>Long texts of a row on several lines, or on one again</source>
        <translation>Textes longs d’une ligne sur plusieurs lignes, ou à nouveau sur une seule</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Edit the line as in a terminal: to its start (twice: select all) or end</source>
        <translation>Modifier la ligne comme dans un terminal&#x202f;: aller au début (deux fois&#x202f;: tout sélectionner) ou à la fin</translation>
    </message>
    <message>
        <source>Ctrl+A, Ctrl+E</source>
        <translation>Ctrl+A, Ctrl+E</translation>
    </message>
    <message>
        <source>A word back or forward</source>
        <translation>Un mot en arrière ou en avant</translation>
    </message>
    <message>
        <source>Alt+B, Alt+F</source>
        <translation>Alt+B, Alt+F</translation>
    </message>
    <message>
        <source>Delete up to a blank, a word back, a word forward</source>
        <translation>Supprimer jusqu’à l’espace, le mot précédent, le mot suivant</translation>
    </message>
    <message>
        <source>Ctrl+W, Alt+Backspace, Alt+D</source>
        <translation>Ctrl+W, Alt+Retour arrière, Alt+D</translation>
    </message>
    <message>
        <source>Delete to the start or end of the line</source>
        <translation>Supprimer jusqu’au début ou à la fin de la ligne</translation>
    </message>
    <message>
        <source>Ctrl+U, Ctrl+K</source>
        <translation>Ctrl+U, Ctrl+K</translation>
    </message>
    <message>
        <source>Put back what was deleted so; what was deleted before it</source>
        <translation>Remettre ce qui vient d’être supprimé&#x202f;; ce qui l’a été avant</translation>
    </message>
    <message>
        <source>Ctrl+Y, Alt+Y</source>
        <translation>Ctrl+Y, Alt+Y</translation>
    </message>
    <message>
        <source>The last word of the line typed before</source>
        <translation>Le dernier mot de la ligne précédente</translation>
    </message>
    <message>
        <source>Alt+.</source>
        <translation>Alt+.</translation>
    </message>
    <message>
        <source>Upper case, lower case, capital</source>
        <translation>Majuscules, minuscules, initiale majuscule</translation>
    </message>
    <message>
        <source>Alt+U, Alt+L, Alt+C</source>
        <translation>Alt+U, Alt+L, Alt+C</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Filter the rows of a block; in the input line: of the newest</source>
        <translation>Filtrer les lignes d’un bloc&#x202f;; dans la saisie&#x202f;: du plus récent</translation>
    </message>
    <message>
        <source>Start a new session</source>
        <translation>Lancer une nouvelle session</translation>
    </message>
    <message>
        <source>Isolate the device…</source>
        <extracomment>cuts the device off the network; asks first</extracomment>
        <translation>Isoler l’appareil…</translation>
    </message>
    <message>
        <source>Release the device…</source>
        <extracomment>lets an isolated device onto the network again; asks first</extracomment>
        <translation>Lever l’isolement de l’appareil…</translation>
    </message>
    <message>
        <source>This session has ended; it can only be read.</source>
        <translation>Cette session est terminée&#x202f;; elle peut seulement être lue.</translation>
    </message>
    <message>
        <source>This session is somebody else’s; it can only be read.</source>
        <translation>Cette session est celle de quelqu’un d’autre&#x202f;; elle peut seulement être lue.</translation>
    </message>
    <message>
        <source>The device is isolated already.</source>
        <translation>L’appareil est déjà isolé.</translation>
    </message>
    <message>
        <source>The device is not isolated.</source>
        <translation>L’appareil n’est pas isolé.</translation>
    </message>
    <message>
        <source>Collect a package…</source>
        <extracomment>opens a dialog on what a forensic package is to hold</extracomment>
        <translation>Collecter un package…</translation>
    </message>
    <message>
        <source>Export case file…</source>
        <extracomment>a file that proves to others what was done in the session</extracomment>
        <translation>Exporter le dossier…</translation>
    </message>
    <message>
        <source>This session is somebody else’s; choose to act in it first.</source>
        <translation>Cette session est celle de quelqu’un d’autre&#x202f;; choisissez d’abord d’y agir.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionTabs</name>
    <message>
        <source>Close the tab</source>
        <translation>Fermer l’onglet</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Session %1</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Remediations</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>Activity</source>
        <extracomment>tab: what was done in the whole tenant</extracomment>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingEditor</name>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Only a later version of Sonde knows what this may be.</source>
        <translation>Seule une version plus récente de Sonde sait ce que cela peut être.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Rien n’a encore été modifié.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nouvelle valeur</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>button: sends what was typed</extracomment>
        <translation>Modifier</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingText</name>
    <message>
        <source>It must be %1.</source>
        <extracomment>%1 a range of numbers or sizes</extracomment>
        <translation>La valeur doit être&#x202f;: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of sizes</extracomment>
        <translation>de %1 à %2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingsDialog</name>
    <message>
        <source>Download folder</source>
        <translation>Dossier de téléchargement</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>&amp;Interface font</source>
        <translation>Police de l’&amp;interface</translation>
    </message>
    <message>
        <source>Interface font</source>
        <translation>Police de l’interface</translation>
    </message>
    <message>
        <source>Interface font size</source>
        <translation>Taille de la police de l’interface</translation>
    </message>
    <message>
        <source>&amp;Console font</source>
        <translation>Police de la &amp;console</translation>
    </message>
    <message>
        <source>Console font</source>
        <translation>Police de la console</translation>
    </message>
    <message>
        <source>Console font size</source>
        <translation>Taille de la police de la console</translation>
    </message>
    <message>
        <source>Auto</source>
        <extracomment>size of a font: as the system has it</extracomment>
        <translation>Auto</translation>
    </message>
    <message>
        <source> pt</source>
        <extracomment>after the size of a font: points</extracomment>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Download folder</source>
        <translation>&amp;Dossier de téléchargement</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Browse for the download folder</source>
        <translation>Parcourir pour choisir le dossier de téléchargement</translation>
    </message>
    <message>
        <source>&amp;Notify on the desktop while another program is in front</source>
        <translation>&amp;Notifier sur le bureau quand un autre programme est au premier plan</translation>
    </message>
    <message>
        <source>Notify on the desktop while another program is in front</source>
        <translation>Notifier sur le bureau quand un autre programme est au premier plan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Evidence is kept</source>
        <translation>Les &amp;preuves sont conservées</translation>
    </message>
    <message>
        <source>in a zip with the password “infected”</source>
        <extracomment>what getfile brings is kept…</extracomment>
        <translation>dans un zip avec le mot de passe «&#x202f;infected&#x202f;»</translation>
    </message>
    <message>
        <source>as it is</source>
        <extracomment>what getfile brings is kept…</extracomment>
        <translation>telles quelles</translation>
    </message>
    <message>
        <source>Evidence is kept</source>
        <translation>Les preuves sont conservées</translation>
    </message>
    <message>
        <source>Downloads at &amp;once</source>
        <translation>Téléchargements simul&amp;tanés</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>Téléchargements simultanés</translation>
    </message>
    <message>
        <source>Not &amp;faster than</source>
        <translation>&amp;Débit maximal</translation>
    </message>
    <message>
        <source>All downloads together not faster than</source>
        <translation>Débit maximal de tous les téléchargements ensemble</translation>
    </message>
    <message>
        <source>From each de&amp;vice</source>
        <translation>Par &amp;appareil</translation>
    </message>
    <message>
        <source>From each device not faster than</source>
        <translation>Débit maximal par appareil</translation>
    </message>
    <message>
        <source>no limit</source>
        <extracomment>instead of a limit in kilobytes a second</extracomment>
        <translation>aucune limite</translation>
    </message>
    <message>
        <source> kB/s</source>
        <extracomment>after a number: kilobytes in a second</extracomment>
        <translation> ko/s</translation>
    </message>
    <message>
        <source>Ti&amp;mes are shown</source>
        <translation>&amp;Heures affichées</translation>
    </message>
    <message>
        <source>in UTC</source>
        <extracomment>times are shown…</extracomment>
        <translation>en UTC</translation>
    </message>
    <message>
        <source>as here: %1</source>
        <extracomment>times are shown…: by the clock of this computer, in the zone %1</extracomment>
        <translation>comme sur cet ordinateur&#x202f;: %1</translation>
    </message>
    <message>
        <source>by the clock of the device they are from</source>
        <extracomment>times are shown…</extracomment>
        <translation>dans le fuseau de l’appareil concerné</translation>
    </message>
    <message>
        <source>Times are shown</source>
        <translation>Heures affichées</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingsSection</name>
    <message>
        <source>Setting</source>
        <extracomment>column of the tenant&apos;s settings: its key</extracomment>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Value</source>
        <extracomment>column of the tenant&apos;s settings</extracomment>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>What it is for</source>
        <extracomment>column of the tenant&apos;s settings</extracomment>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>Changed by</source>
        <extracomment>column of the tenant&apos;s settings: by whom</extracomment>
        <translation>Modifié par</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié le</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Filter the settings by name, purpose, value, person</source>
        <translation>Filtrer les paramètres par nom, usage, valeur, personne</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s)</source>
        <translation>
            <numerusform>%Ln paramètre</numerusform>
            <numerusform>%Ln paramètres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln setting(s)</source>
        <comment>settings shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln paramètre</numerusform>
            <numerusform>%1 sur %Ln paramètres</numerusform>
        </translation>
    </message>
    <message>
        <source>No settings</source>
        <translation>Il n’y a pas de paramètres</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>changed</comment>
        <extracomment>%1 a time, %2 a person</extracomment>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>by nobody yet</source>
        <comment>changed</comment>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Nobody has changed it yet.</source>
        <translation>Personne ne l’a encore modifié.</translation>
    </message>
    <message>
        <source>It is already what it was before.</source>
        <translation>Il a déjà sa valeur précédente.</translation>
    </message>
    <message>
        <source>It has its default.</source>
        <translation>Il a sa valeur par défaut.</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>of a setting: its value now</extracomment>
        <translation>Actuellement</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>May be</source>
        <extracomment>of a setting: the values that it may have</extracomment>
        <translation>Valeurs possibles</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Before that</source>
        <extracomment>of a setting: its value before it was changed last</extracomment>
        <translation>Auparavant</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <extracomment>makes a setting what it was before it was changed last</extracomment>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Restore the &amp;default</source>
        <translation>Valeur par &amp;défaut</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Search by what it does or by key</source>
        <translation>Rechercher par action ou par touche</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Rechercher un raccourci</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SignInDialog</name>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Trust this tenant and sign in</source>
        <translation>Faire confiance à ce locataire et se connecter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>You are being signed in.</source>
        <translation>Connexion en cours.</translation>
    </message>
    <message>
        <source>Type your user name and your password first.</source>
        <translation>Saisissez d’abord votre nom d’utilisateur et votre mot de passe.</translation>
    </message>
    <message>
        <source>The fingerprints are not the same.</source>
        <translation>Les empreintes ne sont pas les mêmes.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::StandingText</name>
    <message>
        <source>reconnecting</source>
        <extracomment>State of a session: this computer has lost the service and tries to reach it</extracomment>
        <translation>reconnexion</translation>
    </message>
    <message>
        <source>device offline</source>
        <extracomment>State of a session</extracomment>
        <translation>appareil hors ligne</translation>
    </message>
    <message>
        <source>device offline since %1</source>
        <extracomment>State of a session; %1 a time</extracomment>
        <translation>appareil hors ligne depuis %1</translation>
    </message>
    <message>
        <source>Its outputs and its command log can be read; nothing can be typed any more.</source>
        <translation>Ses sorties et son journal de commandes restent lisibles&#x202f;; rien ne peut plus y être saisi.</translation>
    </message>
    <message>
        <source>There is no connection to the service. Commands that run on the device go on; what you type now waits and is sent by itself when the connection is back.</source>
        <translation>Pas de connexion au service. Les commandes en cours sur l’appareil continuent&#x202f;; ce que vous saisissez maintenant attend et sera envoyé de lui-même au retour de la connexion.</translation>
    </message>
    <message>
        <source>The device is offline. What ran on it may go on there; new commands wait until it is back.</source>
        <translation>L’appareil est hors ligne. Ce qui s’y exécutait continue peut-être&#x202f;; les nouvelles commandes attendent son retour.</translation>
    </message>
    <message>
        <source>This is the session of %1: you can read along.</source>
        <translation>C’est la session de %1&#x202f;: vous pouvez la suivre en lecture.</translation>
    </message>
    <message>
        <source>This session of %1 ended on %2: %3.</source>
        <translation>Cette session de %1 s’est terminée le %2&#x202f;: %3.</translation>
    </message>
    <message>
        <source>Watched by %1.</source>
        <extracomment>%1: users who look at what is done in this session</extracomment>
        <translation>Suivie par %1.</translation>
    </message>
    <message>
        <source>Nothing is heard from the service: what is shown may be out of date. The connection is made anew when that goes on.</source>
        <translation>Le service ne donne pas de nouvelles&#x202f;: ce qui est affiché n’est peut-être plus à jour. Si cela dure, la connexion est rétablie.</translation>
    </message>
    <message>
        <source>The service hears nothing from the device. What ran on it may go on there; what you type now may wait.</source>
        <translation>Le service n’a pas de nouvelles de l’appareil. Ce qui s’y exécutait continue peut-être&#x202f;; ce que vous saisissez maintenant attendra peut-être.</translation>
    </message>
    <message>
        <source>This is the session of %1. You are watching: nothing can be typed until you choose to act in it.</source>
        <extracomment>%1 a user</extracomment>
        <translation>C’est la session de %1. Vous la suivez&#x202f;: rien ne peut être saisi tant que vous ne choisissez pas d’y agir.</translation>
    </message>
    <message>
        <source>You are acting in the session of %1: your lines run in it, under your name.</source>
        <extracomment>%1 a user</extracomment>
        <translation>Vous agissez dans la session de %1&#x202f;: vos lignes s’y exécutent, sous votre nom.</translation>
    </message>
    <message>
        <source>Act in the session of %1…</source>
        <extracomment>Button: asks, and then lets one type in the session of somebody else; %1 a user</extracomment>
        <translation>Agir dans la session de %1…</translation>
    </message>
    <message>
        <source>Only watch</source>
        <extracomment>Button: in the session of somebody else nothing can be typed any more</extracomment>
        <translation>Suivre seulement</translation>
    </message>
    <message>
        <source>%1 is acting in this session.</source>
        <extracomment>%1: a user who acts in somebody else&apos;s session: what they type runs in it</extracomment>
        <translation>%1 agit dans cette session.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::StepModel</name>
    <message>
        <source>why</source>
        <extracomment>why a step was not done</extracomment>
        <translation>pourquoi</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 the number of a step, %2 what it does</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Step</source>
        <extracomment>column: what a step of a plan does</extracomment>
        <translation>Étape</translation>
    </message>
    <message>
        <source>To what</source>
        <extracomment>column: what a step of a plan is done to</extracomment>
        <translation>Sur quoi</translation>
    </message>
    <message>
        <source>Outcome</source>
        <extracomment>column: what came of a step</extracomment>
        <translation>Résultat</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TagsDialog</name>
    <message>
        <source>Tags of %1</source>
        <extracomment>%1 a device</extracomment>
        <translation>Étiquettes de %1</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln device(s)</source>
        <translation>
            <numerusform>Étiquettes de %Ln appareil</numerusform>
            <numerusform>Étiquettes de %Ln appareils</numerusform>
        </translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>Modifier les étiquettes</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln of them)</source>
        <comment>tag</comment>
        <extracomment>%1 a tag</extracomment>
        <translation>
            <numerusform>%1 (%Ln d’entre eux)</numerusform>
            <numerusform>%1 (%Ln d’entre eux)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>&amp;New tags</source>
        <translation>&amp;Nouvelles étiquettes</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>séparées par des virgules</translation>
    </message>
    <message>
        <source>Tags can decide which group a device is in, and so who may do what on it.</source>
        <translation>Les étiquettes peuvent décider du groupe d’un appareil, et donc de qui peut y faire quoi.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Rien n’a encore été modifié.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TenantStatus</name>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>reconnecting…</source>
        <translation>reconnexion…</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>connexion…</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>démarrage…</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Your sessions %1 of %2</source>
        <extracomment>live sessions used, of those allowed</extracomment>
        <translation>Vos sessions %1 sur %2</translation>
    </message>
    <message>
        <source>Tenant %1 of %2</source>
        <extracomment>live sessions used in the whole tenant, of those allowed</extracomment>
        <translation>Locataire %1 sur %2</translation>
    </message>
    <message>
        <source>Times: each device’s own</source>
        <extracomment>by which clock times are shown: a time zone&apos;s name</extracomment>
        <translation>Heures&#x202f;: celles de chaque appareil</translation>
    </message>
    <message>
        <source>Times: %1</source>
        <translation>Heures&#x202f;: %1</translation>
    </message>
    <message>
        <source>Each time is shown by this clock. The settings can change it.</source>
        <translation>Toutes les heures sont données dans ce fuseau. Il se choisit dans les paramètres.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TextView</name>
    <message>
        <source>Wrap long lines</source>
        <translation>Renvoyer à la ligne</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TokensSection</name>
    <message>
        <source>no tag</source>
        <extracomment>of an enrolment token: the device gets none</extracomment>
        <translation>sans étiquette</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>column of the enrolment tokens: what the device gets</extracomment>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Made by</source>
        <extracomment>column of the enrolment tokens: who made them</extracomment>
        <translation>Créé par</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expire le</translation>
    </message>
    <message>
        <source>Enrolment tokens</source>
        <translation>Jetons d’inscription</translation>
    </message>
    <message>
        <source>Filter the tokens by tag, name, hash</source>
        <translation>Filtrer les jetons par étiquette, nom, empreinte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln jeton</numerusform>
            <numerusform>%Ln jetons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln token(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln jeton</numerusform>
            <numerusform>%1 sur %Ln jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>No token is good</source>
        <translation>Aucun jeton n’est valable</translation>
    </message>
    <message>
        <source>A token that was made is listed here until a device has enrolled with it, it has expired or somebody withdraws it.</source>
        <translation>Un jeton créé figure ici jusqu’à ce qu’un appareil s’inscrive avec lui, qu’il expire ou que quelqu’un le retire.</translation>
    </message>
    <message>
        <source>Whoever has this token can enrol a device with it, once.</source>
        <translation>Quiconque possède ce jeton peut inscrire un appareil avec lui, une fois.</translation>
    </message>
    <message>
        <source>Withdraw a token</source>
        <translation>Retirer un jeton</translation>
    </message>
    <message>
        <source>Withdraw the token that is good until %1?</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>Retirer le jeton valable jusqu’au %1&#x202f;?</translation>
    </message>
    <message>
        <source>No device can enrol with it from then on. Devices that have enrolled stay.</source>
        <translation>Aucun appareil ne pourra plus s’inscrire avec lui. Les appareils déjà inscrits restent.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>SHA-256 of the token</source>
        <translation>SHA-256 du jeton</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>&amp;Retirer…</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TraceStrip</name>
    <message>
        <source>typed</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>saisie</translation>
    </message>
    <message>
        <source>accepted</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>envoyée</translation>
    </message>
    <message>
        <source>started</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>commencée</translation>
    </message>
    <message>
        <source>first byte</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>premier octet</translation>
    </message>
    <message>
        <source>last byte</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>dernier octet</translation>
    </message>
    <message>
        <source>finished</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>terminée</translation>
    </message>
    <message>
        <source>rendered</source>
        <extracomment>A command&apos;s step in its timeline: shown on the screen</extracomment>
        <translation>affichée</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 octets</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more message(s)</source>
        <translation>
            <numerusform>… et %n autre message</numerusform>
            <numerusform>… et %n autres messages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes sent, %2 bytes received</source>
        <translation>%1 octets envoyés, %2 octets reçus</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UploadDialog</name>
    <message>
        <source>Choose files</source>
        <translation>Choisir des fichiers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The uploads go on.</source>
        <translation>Les téléversements continuent.</translation>
    </message>
    <message>
        <source>Upload file to library</source>
        <translation>Téléverser un fichier dans la bibliothèque</translation>
    </message>
    <message>
        <source>Everybody in the tenant can use what is in the library. A file may have up to %1.</source>
        <extracomment>%1 a size</extracomment>
        <translation>Tout le monde dans ce locataire peut utiliser ce que contient la bibliothèque. Un fichier peut atteindre %1.</translation>
    </message>
    <message>
        <source>Drop files here, or choose them with “Browse…”.</source>
        <translation>Déposez des fichiers ici, ou choisissez-les avec «&#x202f;Parcourir…&#x202f;».</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <extracomment>button: choose files</extracomment>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>No file is ready to be uploaded.</source>
        <translation>Aucun fichier n’est prêt à être téléversé.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UploadEntry</name>
    <message>
        <source>&amp;Upload file to library</source>
        <translation>&amp;Téléverser un fichier dans la bibliothèque</translation>
    </message>
    <message>
        <source>Drop the files to upload them to the library</source>
        <translation>Déposez les fichiers pour les téléverser dans la bibliothèque</translation>
    </message>
    <message>
        <source>Upload…</source>
        <extracomment>button where there is little room: uploads a file to the library</extracomment>
        <translation>Téléverser…</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UploadRow</name>
    <message>
        <source>The file is being read…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>The library has the same content as “%1”.</source>
        <translation>La bibliothèque a le même contenu sous le nom «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>This becomes version %1 of the file; version %2 is by %3.</source>
        <translation>Ce sera la version %1 du fichier&#x202f;; la version %2 est de %3.</translation>
    </message>
    <message>
        <source>Waiting for the uploads before this one</source>
        <translation>En attente des téléversements précédents</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>In the library, verified</source>
        <translation>Dans la bibliothèque, vérifié</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Nouvelle tentative.</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Retirer de cette liste</translation>
    </message>
    <message>
        <source>Remove %1 from this list</source>
        <translation>Retirer %1 de cette liste</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Description of %1</source>
        <translation>Description de %1</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <extracomment>check box: a file of the same name becomes a new version</extracomment>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Overwrite %1</source>
        <translation>Remplacer %1</translation>
    </message>
    <message>
        <source>Script parameters</source>
        <translation>Paramètres du script</translation>
    </message>
    <message>
        <source>%1 takes parameters</source>
        <translation>%1 a des paramètres</translation>
    </message>
    <message>
        <source>An example, and what each parameter means: -processName Registry</source>
        <translation>Un exemple, et le sens de chaque paramètre&#x202f;: -processName Registry</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Paramètres de %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progression de %1</translation>
    </message>
    <message>
        <source>It has no signature, and this tenant runs only signed PowerShell scripts: “run” will refuse it.</source>
        <translation>Il n’a pas de signature, et ce locataire n’exécute que des scripts PowerShell signés&#x202f;: «&#x202f;run&#x202f;» le refusera.</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>of a file in the library</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of %1 in the library</source>
        <translation>Nom de %1 dans la bibliothèque</translation>
    </message>
    <message>
        <source>What is in it is looked for by every “analyze” and “scan”, on every device.</source>
        <translation>Son contenu est recherché par chaque «&#x202f;analyze&#x202f;» et «&#x202f;scan&#x202f;», sur chaque appareil.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>Ajouter un utilisateur</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>Le même, &amp;à nouveau</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>&amp;Rôles</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Saisissez d’abord un nom.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UserRolesDialog</name>
    <message>
        <source>Roles of %1</source>
        <extracomment>%1 a user</extracomment>
        <translation>Rôles de %1</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>Modifier les rôles</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>&amp;Rôles</translation>
    </message>
    <message>
        <source>Somebody has changed these roles meanwhile. What you confirm replaces that.</source>
        <translation>Quelqu’un a modifié ces rôles entre-temps. Ce que vous confirmez les remplace.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Rien n’a encore été modifié.</translation>
    </message>
    <message>
        <source>For a &amp;time</source>
        <extracomment>field: the roles that somebody may take for a time</extracomment>
        <translation>Rôles &amp;temporaires</translation>
    </message>
    <message>
        <source>This is your own account: with other roles you are signed out at once, and your sessions end.</source>
        <translation>C’est votre propre compte&#x202f;: si ses rôles changent, vous êtes déconnecté aussitôt, et vos sessions se terminent.</translation>
    </message>
    <message>
        <source>With other roles they are signed out at once, and their sessions end.</source>
        <translation>Si ses rôles changent, cet utilisateur est déconnecté aussitôt, et ses sessions se terminent.</translation>
    </message>
    <message>
        <source>A role for a time is taken by oneself when it is needed, with a reason. Any change here ends one that is taken now.</source>
        <translation>Un rôle temporaire se prend soi-même quand il le faut, avec une raison. Toute modification ici met fin à celui qui est pris en ce moment.</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UsersSection</name>
    <message>
        <source>disabled</source>
        <comment>user</comment>
        <extracomment>the state of a user: may sign in or not</extracomment>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>enabled</source>
        <comment>user</comment>
        <translation>activé</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the users</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Roles</source>
        <extracomment>column of the users</extracomment>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>column of the users</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Filter the users by name, role, state</source>
        <translation>Filtrer les utilisateurs par nom, rôle, état</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln utilisateur</numerusform>
            <numerusform>%Ln utilisateurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln user(s)</source>
        <comment>users shown of all</comment>
        <translation>
            <numerusform>%1 sur %Ln utilisateur</numerusform>
            <numerusform>%1 sur %Ln utilisateurs</numerusform>
        </translation>
    </message>
    <message>
        <source>No users</source>
        <translation>Aucun utilisateur</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>C’est votre propre compte.</translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation>&amp;Activer</translation>
    </message>
    <message>
        <source>&amp;Disable…</source>
        <translation>&amp;Désactiver…</translation>
    </message>
    <message>
        <source>Whoever is disabled is signed in nowhere.</source>
        <translation>Un utilisateur désactivé n’est connecté nulle part.</translation>
    </message>
    <message>
        <source>Disable a user</source>
        <extracomment>%1 a user</extracomment>
        <translation>Désactiver un utilisateur</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>Désactiver %1&#x202f;?</translation>
    </message>
    <message>
        <source>This is your own account: you are signed out at once and can sign in no longer. What you did stays in the journal.</source>
        <translation>C’est votre propre compte&#x202f;: vous êtes déconnecté aussitôt et ne pourrez plus vous connecter. Ce que vous avez fait reste dans le journal.</translation>
    </message>
    <message>
        <source>They are signed out at once, their sessions end, and they can sign in no longer. What they did stays in the journal.</source>
        <translation>Cet utilisateur est déconnecté aussitôt, ses sessions se terminent, et il ne pourra plus se connecter. Ce qu’il a fait reste dans le journal.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <extracomment>%1 a user</extracomment>
        <translation>Déconnecter partout</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere?</source>
        <translation>Déconnecter %1 partout&#x202f;?</translation>
    </message>
    <message>
        <source>Every workstation and program has to sign in again. Their sessions stay.</source>
        <translation>Chaque poste et chaque programme doit se connecter à nouveau. Ses sessions restent.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>May</source>
        <extracomment>of a user: the permissions that their roles give</extracomment>
        <translation>Peut</translation>
    </message>
    <message>
        <source>&amp;Add a user…</source>
        <translation>&amp;Ajouter un utilisateur…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Change &amp;roles…</source>
        <translation>Modifier les &amp;rôles…</translation>
    </message>
    <message>
        <source>Set &amp;password…</source>
        <translation>Définir le mot de &amp;passe…</translation>
    </message>
    <message>
        <source>Sign out e&amp;verywhere…</source>
        <translation>Déconnecter par&amp;tout…</translation>
    </message>
    <message>
        <source>For a time</source>
        <extracomment>column of the users: the roles that somebody may take for a time</extracomment>
        <translation>Temporaires</translation>
    </message>
    <message>
        <source>set up</source>
        <comment>second factor</comment>
        <translation>configuré</translation>
    </message>
    <message>
        <source>none</source>
        <comment>second factor</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>They have none. Everybody sets up their own.</source>
        <translation>Il n’en a pas. Chacun configure le sien.</translation>
    </message>
    <message>
        <source>Remove a second factor</source>
        <extracomment>%1 a user</extracomment>
        <translation>Supprimer un second facteur</translation>
    </message>
    <message>
        <source>Remove the second factor of %1?</source>
        <translation>Supprimer le second facteur de %1&#x202f;?</translation>
    </message>
    <message>
        <source>For somebody who has lost it. They are signed out everywhere, their sessions stay, and they set up another one. Make sure that it is really them who asks.</source>
        <translation>Pour qui l’a perdu. Il est déconnecté partout, ses sessions restent, et il en configure un autre. Assurez-vous que c’est bien lui qui le demande.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>May take for a time</source>
        <extracomment>of a user: the roles that they may take for a time</extracomment>
        <translation>Peut prendre pour un temps</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>Remove second &amp;factor…</source>
        <translation>Supprimer le second &amp;facteur…</translation>
    </message>
    <message>
        <source>%1; just now %2</source>
        <extracomment>%1 roles that somebody always has, %2 roles that they have for a time just now</extracomment>
        <translation>%1&#x202f;; en ce moment %2</translation>
    </message>
    <message>
        <source>%1 from %2 until %3, by %4: %5</source>
        <extracomment>%1 a role that somebody has for a time, %2 and %3 date and time, %4 who granted it, %5 why</extracomment>
        <translation>%1 du %2 au %3, par %4&#x202f;: %5</translation>
    </message>
    <message>
        <source>They have no role for a time just now.</source>
        <translation>Il n’a pas de rôle temporaire en ce moment.</translation>
    </message>
    <message>
        <source>End roles for a time</source>
        <translation>Mettre fin aux rôles temporaires</translation>
    </message>
    <message>
        <source>End what %1 has for a time: %2?</source>
        <extracomment>%1 a user, %2 roles</extracomment>
        <translation>Mettre fin aux rôles temporaires de %1 (%2)&#x202f;?</translation>
    </message>
    <message>
        <source>What it gives is over at once, also in the sessions that are open. They stay signed in, and may take it again where they are eligible.</source>
        <translation>Ce qu’il donne prend fin aussitôt, même dans les sessions ouvertes. L’utilisateur reste connecté, et peut le reprendre là où il y est admis.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Mettre fin</translation>
    </message>
    <message>
        <source>For a time, now</source>
        <extracomment>of a user: the roles that they took for a time, until when and why</extracomment>
        <translation>Temporaires, en ce moment</translation>
    </message>
    <message>
        <source>End role for a &amp;time…</source>
        <translation>&amp;Mettre fin au rôle…</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::VerdictModel</name>
    <message>
        <source>did not look at all of it</source>
        <extracomment>what is said of an engine</extracomment>
        <translation>n’a pas tout examiné</translation>
    </message>
    <message>
        <source>Where</source>
        <extracomment>where something was found: a path follows</extracomment>
        <translation>Où</translation>
    </message>
    <message>
        <source>Rule</source>
        <extracomment>which rule found something: its file, author and licence follow</extracomment>
        <translation>Règle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>read aloud: %1 an engine, %2 a verdict</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Engine</source>
        <extracomment>column: which engine says something of a file or process</extracomment>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>column: what an engine says of a file or process</extracomment>
        <translation>Ce qu’il dit</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>column: the value that an engine saw, or why it did not look</extracomment>
        <translation>Observé</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::VerdictPane</name>
    <message numerus="yes">
        <source>%Ln more finding(s) below</source>
        <translation>
            <numerusform>%Ln autre élément ci-dessous</numerusform>
            <numerusform>%Ln autres éléments ci-dessous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more thing(s) that were not scanned</source>
        <translation>
            <numerusform>%Ln autre élément non analysé</numerusform>
            <numerusform>%Ln autres éléments non analysés</numerusform>
        </translation>
    </message>
    <message>
        <source>Who says what, of %1</source>
        <extracomment>read aloud; %1 is a command line that examined something</extracomment>
        <translation>Qui dit quoi, pour %1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::VersionHistory</name>
    <message>
        <source>This is the first version.</source>
        <translation>C’est la première version.</translation>
    </message>
    <message>
        <source>Both versions have the same content; only what is said of it differs.</source>
        <translation>Les deux versions ont le même contenu&#x202f;; seules leurs descriptions diffèrent.</translation>
    </message>
    <message>
        <source>These versions are no text: their difference is not shown.</source>
        <translation>Ces versions ne sont pas du texte&#x202f;: leurs différences ne sont pas affichées.</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>columns of a file&apos;s history</extracomment>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Différences</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::Words</name>
    <message>
        <source>%1 Reason: %2</source>
        <translation>%1 Raison&#x202f;: %2</translation>
    </message>
    <message>
        <source>Nothing was typed. Type a command, or “help” for the list.</source>
        <translation>Rien n’a été saisi. Tapez une commande, ou «&#x202f;help&#x202f;» pour la liste.</translation>
    </message>
    <message>
        <source>There is no command “%1”. Type “help” for the list.</source>
        <translation>La commande «&#x202f;%1&#x202f;» n’existe pas. Tapez «&#x202f;help&#x202f;» pour la liste.</translation>
    </message>
    <message>
        <source>There is no command “%1”. Did you mean: %2? Type “help” for the list.</source>
        <translation>La commande «&#x202f;%1&#x202f;» n’existe pas. Vouliez-vous dire&#x202f;: %2&#x202f;? Tapez «&#x202f;help&#x202f;» pour la liste.</translation>
    </message>
    <message>
        <source>“%1” can mean several commands: %2. Type the one you mean; nothing was run.</source>
        <translation>«&#x202f;%1&#x202f;» peut désigner plusieurs commandes&#x202f;: %2. Tapez celle que vous voulez&#x202f;; rien n’a été exécuté.</translation>
    </message>
    <message>
        <source>The parameter &lt;%1&gt; is missing. Usage: %2</source>
        <translation>Le paramètre &lt;%1&gt; manque. Syntaxe&#x202f;: %2</translation>
    </message>
    <message>
        <source>“%1” is one value too many; quote a value that contains blanks. Usage: %2</source>
        <translation>«&#x202f;%1&#x202f;» est une valeur de trop&#x202f;; mettez entre guillemets une valeur qui contient des espaces. Syntaxe&#x202f;: %2</translation>
    </message>
    <message>
        <source>“%1” is not a value this parameter takes.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas une valeur acceptée par ce paramètre.</translation>
    </message>
    <message>
        <source>A quote is opened before “%1” and never closed. Add the closing quote.</source>
        <translation>Un guillemet est ouvert avant «&#x202f;%1&#x202f;» et n’est pas refermé. Ajoutez le guillemet fermant.</translation>
    </message>
    <message>
        <source>“%1” is given more than once. Keep one of them.</source>
        <translation>«&#x202f;%1&#x202f;» est indiqué plusieurs fois. Gardez-en un seul.</translation>
    </message>
    <message>
        <source>A file name must follow “&gt;”, for example: processes &gt; processes.txt</source>
        <translation>Un nom de fichier doit suivre «&#x202f;&gt;&#x202f;», par exemple&#x202f;: processes &gt; processes.txt</translation>
    </message>
    <message>
        <source>You are not signed in, or your sign-in has ended. Sign in again.</source>
        <translation>Vous n’êtes pas connecté, ou votre connexion a expiré. Connectez-vous à nouveau.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong. Check both and try again; an administrator can set a new password.</source>
        <translation>Le nom d’utilisateur ou le mot de passe est incorrect. Vérifiez les deux et réessayez&#x202f;; un administrateur peut définir un nouveau mot de passe.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute, then try again.</source>
        <translation>Trop de tentatives. Patientez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>This token is not valid: it was used already or has expired. Ask an administrator for a new one.</source>
        <translation>Ce jeton n’est pas valable&#x202f;: il a déjà servi ou il a expiré. Demandez-en un nouveau à un administrateur.</translation>
    </message>
    <message>
        <source>Your role does not include “%1”: it needs %2. A global administrator can change your role.</source>
        <translation>Votre rôle ne comprend pas «&#x202f;%1&#x202f;»&#x202f;: il faut %2. Un administrateur général peut changer votre rôle.</translation>
    </message>
    <message>
        <source>“%1” is not offered on this device&apos;s platform.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas proposé sur la plateforme de cet appareil.</translation>
    </message>
    <message>
        <source>Live response is switched off for this tenant. A security administrator can switch it on in the settings.</source>
        <translation>La réponse en direct est désactivée pour ce locataire. Un administrateur de la sécurité peut l’activer dans les paramètres.</translation>
    </message>
    <message>
        <source>This device is a server, and live response for servers is switched off. A security administrator can switch it on in the settings.</source>
        <translation>Cet appareil est un serveur, et la réponse en direct pour les serveurs est désactivée. Un administrateur de la sécurité peut l’activer dans les paramètres.</translation>
    </message>
    <message>
        <source>The operating system of this device is not supported: %1.</source>
        <translation>Le système d’exploitation de cet appareil n’est pas pris en charge&#x202f;: %1.</translation>
    </message>
    <message>
        <source>The agent on this device is too old: it is %1, at least %2 is needed. Update the agent.</source>
        <translation>L’agent de cet appareil est trop ancien&#x202f;: version %1, il faut au moins %2. Mettez-le à jour.</translation>
    </message>
    <message>
        <source>The device group “%1” has the automation level “none”. A security administrator can change it.</source>
        <translation>Le groupe d’appareils «&#x202f;%1&#x202f;» a le niveau de correction automatique «&#x202f;aucun&#x202f;». Un administrateur de la sécurité peut le changer.</translation>
    </message>
    <message>
        <source>The device is offline. A session can wait for it.</source>
        <translation>L’appareil est hors ligne. Une session peut l’attendre.</translation>
    </message>
    <message>
        <source>The device is offline; it was last seen %1. A session can wait for it.</source>
        <translation>L’appareil est hors ligne&#x202f;; il a été vu pour la dernière fois le %1. Une session peut l’attendre.</translation>
    </message>
    <message>
        <source>%1 has held a session on this device since %2. Ask them to disconnect, or an administrator to close it.</source>
        <translation>%1 tient une session sur cet appareil depuis le %2. Demandez-lui de la déconnecter, ou à un administrateur de la fermer.</translation>
    </message>
    <message>
        <source>The tenant has %1 live sessions, and %2 are allowed. Wait for one to end, or have a security administrator raise the limit.</source>
        <translation>Le locataire a %1 sessions en cours, pour %2 autorisées. Attendez que l’une se termine, ou faites relever la limite par un administrateur de la sécurité.</translation>
    </message>
    <message>
        <source>You have %1 live sessions, and %2 are allowed. Disconnect one, or have a security administrator raise the limit.</source>
        <translation>Vous avez %1 sessions en cours, pour %2 autorisées. Déconnectez-en une, ou faites relever la limite par un administrateur de la sécurité.</translation>
    </message>
    <message>
        <source>There is no device “%1” in this tenant. Check the name in the device inventory.</source>
        <translation>L’appareil «&#x202f;%1&#x202f;» n’existe pas dans ce locataire. Vérifiez le nom dans l’inventaire des appareils.</translation>
    </message>
    <message>
        <source>There is no session %1 in this tenant, or it is not yours.</source>
        <translation>La session %1 n’existe pas dans ce locataire, ou n’est pas la vôtre.</translation>
    </message>
    <message>
        <source>This session has ended. Start a new live response session on the device.</source>
        <translation>Cette session est terminée. Lancez une nouvelle session de réponse en direct sur l’appareil.</translation>
    </message>
    <message>
        <source>There is no command with the ID %1 in this session. Type “jobs” for the running ones.</source>
        <translation>Aucune commande de cette session n’a l’ID %1. Tapez «&#x202f;jobs&#x202f;» pour celles en cours.</translation>
    </message>
    <message>
        <source>The command %1 is no longer running. Type “status %1” for its outcome.</source>
        <translation>La commande %1 n’est plus en cours. Tapez «&#x202f;status %1&#x202f;» pour son résultat.</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>L’utilisateur «&#x202f;%1&#x202f;» n’existe pas.</translation>
    </message>
    <message>
        <source>There is already a user “%1”. Choose another name.</source>
        <translation>L’utilisateur «&#x202f;%1&#x202f;» existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>This password is too weak. Choose a longer one.</source>
        <translation>Ce mot de passe est trop faible. Choisissez-en un plus long.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. A global administrator can change your role.</source>
        <translation>Vous n’êtes pas autorisé à faire cela. Un administrateur général peut changer votre rôle.</translation>
    </message>
    <message>
        <source>“%1” does not exist on the device. Check the path.</source>
        <translation>«&#x202f;%1&#x202f;» n’existe pas sur l’appareil. Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>The agent may not read “%1”.</source>
        <translation>L’agent n’a pas le droit de lire «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” is not a directory.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas un répertoire.</translation>
    </message>
    <message>
        <source>“%1” is a directory; this command takes a file. Use “dir” to list it.</source>
        <translation>«&#x202f;%1&#x202f;» est un répertoire&#x202f;; cette commande attend un fichier. Listez-le avec «&#x202f;dir&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” is not a regular file, so it was not opened.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas un fichier ordinaire&#x202f;; il n’a pas été ouvert.</translation>
    </message>
    <message>
        <source>“%1” has %2, and the limit is %3. A security administrator can raise it in the settings.</source>
        <translation>«&#x202f;%1&#x202f;» fait %2, et la limite est de %3. Un administrateur de la sécurité peut la relever dans les paramètres.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>“%1” disappeared while it was read.</source>
        <translation>«&#x202f;%1&#x202f;» a disparu pendant sa lecture.</translation>
    </message>
    <message>
        <source>There is no process %1 on the device. It may have ended; type “processes” for the current ones.</source>
        <translation>Le processus %1 n’existe pas sur l’appareil. Il s’est peut-être terminé&#x202f;; tapez «&#x202f;processes&#x202f;» pour les processus actuels.</translation>
    </message>
    <message>
        <source>The limit of %1 was reached: the output is cut there. Narrow the command.</source>
        <translation>La limite de %1 est atteinte&#x202f;: la sortie s’arrête là. Précisez la commande.</translation>
    </message>
    <message>
        <source>“%1” is not possible on this device.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas possible sur cet appareil.</translation>
    </message>
    <message>
        <source>The command was cancelled.</source>
        <translation>La commande a été annulée.</translation>
    </message>
    <message>
        <source>The time limit of %1 was reached, so the command was stopped. Narrow the command and run it again.</source>
        <translation>La durée limite de %1 est atteinte, la commande a donc été arrêtée. Précisez la commande et relancez-la.</translation>
    </message>
    <message>
        <source>The command was interrupted: the agent restarted while it ran. Run it again if you need its answer.</source>
        <translation>La commande a été interrompue&#x202f;: l’agent a redémarré pendant son exécution. Relancez-la si vous avez besoin de sa réponse.</translation>
    </message>
    <message>
        <source>No connection to “%1”. Check the address and that the service runs.</source>
        <translation>Pas de connexion à «&#x202f;%1&#x202f;». Vérifiez l’adresse et que le service fonctionne.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not the tenant&apos;s: nothing was sent. Check the fingerprint with an administrator.</source>
        <translation>Le certificat de «&#x202f;%1&#x202f;» n’est pas celui du locataire&#x202f;: rien n’a été envoyé. Vérifiez l’empreinte avec un administrateur.</translation>
    </message>
    <message>
        <source>The two programs speak different protocol versions. Update the older one.</source>
        <translation>Les deux programmes utilisent des versions différentes du protocole. Mettez à jour le plus ancien.</translation>
    </message>
    <message>
        <source>The other side sent something that is not part of the protocol.</source>
        <translation>L’autre partie a envoyé quelque chose qui ne fait pas partie du protocole.</translation>
    </message>
    <message>
        <source>“%1” did not answer in time.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The file “%1” exists already and was left as it is. Choose another name or delete it first.</source>
        <translation>Le fichier «&#x202f;%1&#x202f;» existe déjà et n’a pas été modifié. Choisissez un autre nom ou supprimez-le d’abord.</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>The service could not store its data. Check the disk of the service.</source>
        <translation>Le service n’a pas pu enregistrer ses données. Vérifiez son disque.</translation>
    </message>
    <message>
        <source>The journal is broken at entry %1: it was changed from outside.</source>
        <translation>Le journal est rompu à l’entrée %1&#x202f;: il a été modifié de l’extérieur.</translation>
    </message>
    <message>
        <source>Sonde runs already with the data in “%1”. Use the running one, or start with another --data.</source>
        <translation>Sonde fonctionne déjà avec les données de «&#x202f;%1&#x202f;». Utilisez-le, ou lancez-en un autre avec un autre --data.</translation>
    </message>
    <message>
        <source>“%1” could not be started.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas pu être lancé.</translation>
    </message>
    <message>
        <source>Something went wrong inside Sonde (%1). Please report it.</source>
        <translation>Une erreur s’est produite dans Sonde (%1). Merci de la signaler.</translation>
    </message>
    <message>
        <source>Live response is on</source>
        <translation>La réponse en direct est activée</translation>
    </message>
    <message>
        <source>Live response for servers is on, or this is no server</source>
        <translation>La réponse en direct pour les serveurs est activée, ou ce n’est pas un serveur</translation>
    </message>
    <message>
        <source>The operating system is supported</source>
        <translation>Le système d’exploitation est pris en charge</translation>
    </message>
    <message>
        <source>The agent is recent enough</source>
        <translation>L’agent est assez récent</translation>
    </message>
    <message>
        <source>Your role includes live response</source>
        <translation>Votre rôle comprend la réponse en direct</translation>
    </message>
    <message>
        <source>The device is online</source>
        <translation>L’appareil est en ligne</translation>
    </message>
    <message>
        <source>Nobody holds a session on it</source>
        <translation>Personne n’a de session en cours dessus</translation>
    </message>
    <message>
        <source>The tenant has sessions left</source>
        <translation>Il reste des sessions disponibles pour le locataire</translation>
    </message>
    <message>
        <source>You have sessions left</source>
        <translation>Vous disposez encore de sessions</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Remplie</translation>
    </message>
    <message>
        <source>Changes the working directory of the session.</source>
        <translation>Change le répertoire de travail de la session.</translation>
    </message>
    <message>
        <source>Clears the console. The command log keeps everything.</source>
        <translation>Vide la console. Le journal de commandes garde tout.</translation>
    </message>
    <message>
        <source>Starts the session on the device, or connects it again.</source>
        <translation>Lance la session sur l’appareil, ou la reconnecte.</translation>
    </message>
    <message>
        <source>Shows the active network connections and the process behind each.</source>
        <translation>Affiche les connexions réseau actives et le processus de chacune.</translation>
    </message>
    <message>
        <source>Lists the files and folders of a directory.</source>
        <translation>Liste les fichiers et dossiers d’un répertoire.</translation>
    </message>
    <message>
        <source>Disconnects the session, after asking.</source>
        <translation>Déconnecte la session, après confirmation.</translation>
    </message>
    <message>
        <source>Brings a job to the foreground.</source>
        <translation>Ramène une tâche au premier plan.</translation>
    </message>
    <message>
        <source>Shows the facts about a file: type, size, times, owner and hashes.</source>
        <translation>Affiche les informations d’un fichier&#x202f;: type, taille, dates, propriétaire et empreintes.</translation>
    </message>
    <message>
        <source>Finds files by name on the device; * and ? are accepted.</source>
        <translation>Recherche des fichiers par nom sur l’appareil&#x202f;; * et&#x202f;? sont acceptés.</translation>
    </message>
    <message>
        <source>Shows the list of commands, or the page of one command.</source>
        <translation>Affiche la liste des commandes, ou la page d’une commande.</translation>
    </message>
    <message>
        <source>Shows the running jobs with their command IDs and progress.</source>
        <translation>Affiche les tâches en cours avec leur ID de commande et leur progression.</translation>
    </message>
    <message>
        <source>Shows the processes that run on the device.</source>
        <translation>Affiche les processus en cours sur l’appareil.</translation>
    </message>
    <message>
        <source>Shows the state and the output of one command.</source>
        <translation>Affiche l’état et la sortie d’une commande.</translation>
    </message>
    <message>
        <source>Switches debug logging of the console on or off: times, message IDs and sizes appear with each command.</source>
        <translation>Active ou désactive les traces de la console&#x202f;: durées, ID de message et tailles apparaissent avec chaque commande.</translation>
    </message>
    <message>
        <source>the directory to go to; .. is the one above</source>
        <translation>le répertoire où aller&#x202f;; .. désigne celui du dessus</translation>
    </message>
    <message>
        <source>the directory to list; without it, the working directory</source>
        <translation>le répertoire à lister&#x202f;; sinon le répertoire de travail</translation>
    </message>
    <message>
        <source>shows whole paths</source>
        <translation>affiche les chemins complets</translation>
    </message>
    <message>
        <source>shows names relative to the directory (the default)</source>
        <translation>affiche les noms relatifs au répertoire (par défaut)</translation>
    </message>
    <message>
        <source>a command ID as “jobs” shows it, never a process ID</source>
        <translation>un ID de commande tel qu’affiché par «&#x202f;jobs&#x202f;», jamais un ID de processus</translation>
    </message>
    <message>
        <source>the command ID</source>
        <translation>l’ID de commande</translation>
    </message>
    <message>
        <source>the file to look at</source>
        <translation>le fichier à examiner</translation>
    </message>
    <message>
        <source>the name to find; * stands for any characters, ? for one</source>
        <translation>le nom à rechercher&#x202f;; * vaut pour plusieurs caractères,&#x202f;? pour un seul</translation>
    </message>
    <message>
        <source>where to start; without it, all local disks</source>
        <translation>où commencer&#x202f;; sinon tous les disques locaux</translation>
    </message>
    <message>
        <source>stops after this many finds</source>
        <translation>s’arrête après ce nombre de résultats</translation>
    </message>
    <message>
        <source>the command to explain</source>
        <translation>la commande à expliquer</translation>
    </message>
    <message>
        <source>only the process with this ID</source>
        <translation>seulement le processus qui a cet ID</translation>
    </message>
    <message>
        <source>only processes with this name; * and ? are accepted</source>
        <translation>seulement les processus de ce nom&#x202f;; * et&#x202f;? sont acceptés</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Aliases: %1</source>
        <translation>Alias&#x202f;: %1</translation>
    </message>
    <message>
        <source>Platforms: %1</source>
        <translation>Plateformes&#x202f;: %1</translation>
    </message>
    <message>
        <source>Time limit: %1</source>
        <translation>Durée limite&#x202f;: %1</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>cancel not confirmed, may still be running</source>
        <translation>annulation non confirmée, peut-être encore en cours</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>annulation en cours</translation>
    </message>
    <message>
        <source>too late to cancel: finished</source>
        <translation>trop tard pour annuler&#x202f;: terminée</translation>
    </message>
    <message>
        <source>pending</source>
        <extracomment>State of a command that waits for the device</extracomment>
        <translation>en attente</translation>
    </message>
    <message>
        <source>in background</source>
        <extracomment>State of a command</extracomment>
        <translation>en arrière-plan</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>téléchargement</translation>
    </message>
    <message>
        <source>completed</source>
        <extracomment>outcome of something that was done</extracomment>
        <translation>terminée</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>outcome of something that was done
----------
of a step of a plan</extracomment>
        <translation>échouée</translation>
    </message>
    <message>
        <source>cancelled, stopped on the device</source>
        <translation>annulée, arrêtée sur l’appareil</translation>
    </message>
    <message>
        <source>cancelled, not confirmed by the device</source>
        <translation>annulée, non confirmée par l’appareil</translation>
    </message>
    <message>
        <source>cancelled</source>
        <extracomment>outcome of something that was done</extracomment>
        <translation>annulée</translation>
    </message>
    <message>
        <source>expired</source>
        <extracomment>outcome of a command: its time limit was reached</extracomment>
        <translation>expirée</translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>outcome of a command: the agent restarted while it ran</extracomment>
        <translation>interrompue</translation>
    </message>
    <message>
        <source>created</source>
        <extracomment>State of a session</extracomment>
        <translation>créée</translation>
    </message>
    <message>
        <source>connecting</source>
        <extracomment>State of a session</extracomment>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>connected</source>
        <extracomment>State of a session</extracomment>
        <translation>connectée</translation>
    </message>
    <message>
        <source>disconnected</source>
        <extracomment>State of a session</extracomment>
        <translation>déconnectée</translation>
    </message>
    <message>
        <source>disconnected by the user</source>
        <translation>déconnectée par l’utilisateur</translation>
    </message>
    <message>
        <source>closed because of inactivity</source>
        <translation>fermée pour inactivité</translation>
    </message>
    <message>
        <source>closed by the service</source>
        <translation>fermée par le service</translation>
    </message>
    <message>
        <source>the device was lost</source>
        <translation>l’appareil a été perdu</translation>
    </message>
    <message>
        <source>taken over by another user</source>
        <translation>reprise par un autre utilisateur</translation>
    </message>
    <message>
        <source>the device could not be connected</source>
        <translation>l’appareil n’a pas pu être connecté</translation>
    </message>
    <message>
        <source>global administrator</source>
        <translation>administrateur général</translation>
    </message>
    <message>
        <source>security administrator</source>
        <translation>administrateur de la sécurité</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>The line has %1 characters, and a line may have %2. Shorten it.</source>
        <translation>La ligne compte %1 caractères, pour %2 autorisés. Raccourcissez-la.</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>Un fichier doit avoir un nom.</translation>
    </message>
    <message>
        <source>“%1” is too long for a file name: at most 255 bytes.</source>
        <translation>«&#x202f;%1&#x202f;» est trop long pour un nom de fichier&#x202f;: 255 octets au plus.</translation>
    </message>
    <message>
        <source>“%1” cannot be a file name on every platform: it contains one of /\:*?&quot;&lt;&gt;|</source>
        <translation>«&#x202f;%1&#x202f;» ne peut pas être un nom de fichier sur toutes les plateformes&#x202f;: il contient l’un des caractères /\:*?&quot;&lt;&gt;|</translation>
    </message>
    <message>
        <source>“%1” cannot be a file name: it contains characters that cannot be shown.</source>
        <translation>«&#x202f;%1&#x202f;» ne peut pas être un nom de fichier&#x202f;: il contient des caractères qui ne s’affichent pas.</translation>
    </message>
    <message>
        <source>“%1” cannot be a file name: Windows reserves it for hardware.</source>
        <translation>«&#x202f;%1&#x202f;» ne peut pas être un nom de fichier&#x202f;: Windows le réserve à un périphérique.</translation>
    </message>
    <message>
        <source>“%1” cannot be a file name on every platform: it begins with a blank, or ends with a blank or a dot.</source>
        <translation>«&#x202f;%1&#x202f;» ne peut pas être un nom de fichier sur toutes les plateformes&#x202f;: il commence par une espace, ou finit par une espace ou un point.</translation>
    </message>
    <message>
        <source>“%1” may not run: Python scripts are switched off for this tenant. A security administrator can allow them in the settings.</source>
        <translation>«&#x202f;%1&#x202f;» ne peut pas s’exécuter&#x202f;: les scripts Python sont désactivés pour ce locataire. Un administrateur de sécurité peut les autoriser dans les paramètres.</translation>
    </message>
    <message>
        <source>This needs the role “%1”. A global administrator can give it to you.</source>
        <translation>Il faut le rôle «&#x202f;%1&#x202f;». Un administrateur général peut vous l’attribuer.</translation>
    </message>
    <message>
        <source>“%1” does not exist on this computer. Check the path.</source>
        <translation>«&#x202f;%1&#x202f;» n’existe pas sur cet ordinateur. Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>“%1” is empty: there is nothing to upload. Perhaps it was not saved yet.</source>
        <translation>«&#x202f;%1&#x202f;» est vide&#x202f;: il n’y a rien à téléverser. Il n’est peut-être pas encore enregistré.</translation>
    </message>
    <message>
        <source>“%1” is empty: there is nothing to download. “fileinfo” shows its facts.</source>
        <translation>«&#x202f;%1&#x202f;» est vide&#x202f;: il n’y a rien à télécharger. «&#x202f;fileinfo&#x202f;» montre ce que l’on en sait.</translation>
    </message>
    <message>
        <source>“%1” is a sparse file: it claims %2 and holds less. Have a script copy it into an archive, then download that.</source>
        <translation>«&#x202f;%1&#x202f;» est un fichier creux&#x202f;: il annonce %2 et en contient moins. Faites-le copier dans une archive par un script, puis téléchargez celle-ci.</translation>
    </message>
    <message>
        <source>“%1” changed while it was read.</source>
        <translation>«&#x202f;%1&#x202f;» a changé pendant sa lecture.</translation>
    </message>
    <message>
        <source>“%1” was not run: it has Windows line ends (CR LF), first in line %2, and a shell takes each CR for a part of the line. Save it with line ends of Unix (LF) and upload it again.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été exécuté&#x202f;: il a des fins de ligne Windows (CR LF), dès la ligne %2, et un shell prend chaque CR pour une partie de la ligne. Enregistrez-le avec des fins de ligne Unix (LF) et téléversez-le à nouveau.</translation>
    </message>
    <message>
        <source>“%1” was stopped, but these processes could not be ended: %2. They may belong to another user, or wait for hardware.</source>
        <translation>«&#x202f;%1&#x202f;» a été arrêté, mais ces processus n’ont pas pu être terminés&#x202f;: %2. Ils appartiennent peut-être à un autre utilisateur ou attendent un périphérique.</translation>
    </message>
    <message>
        <source>“%1” has ended and left running what it had started: %2.</source>
        <translation>«&#x202f;%1&#x202f;» est terminé et a laissé en cours ce qu’il avait lancé&#x202f;: %2.</translation>
    </message>
    <message>
        <source>“%1” ended with the exit status %2.</source>
        <translation>«&#x202f;%1&#x202f;» s’est terminé avec le code de sortie %2.</translation>
    </message>
    <message>
        <source>What arrived of “%1” is not what was sent: the SHA-256 hashes differ. It was thrown away; download it again.</source>
        <translation>Ce qui est arrivé de «&#x202f;%1&#x202f;» n’est pas ce qui a été envoyé&#x202f;: les empreintes SHA-256 diffèrent. Le contenu a été jeté&#x202f;; téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>There is not enough space for “%1”: it needs %2, and %3 are free. Make room, then try again.</source>
        <translation>Il n’y a pas assez de place pour «&#x202f;%1&#x202f;»&#x202f;: il faut %2, et %3 sont libres. Faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>There is no space left for “%1”. Make room, then try again.</source>
        <translation>Il n’y a plus de place pour «&#x202f;%1&#x202f;». Faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>The service has no evidence of the command %1.</source>
        <translation>Le service n’a aucune preuve de la commande %1.</translation>
    </message>
    <message>
        <source>The library has no file “%1”. Type “library” for the list.</source>
        <translation>La bibliothèque ne contient aucun fichier «&#x202f;%1&#x202f;». Tapez «&#x202f;library&#x202f;» pour obtenir la liste.</translation>
    </message>
    <message>
        <source>The library has no file “%1”. Did you mean: %2?</source>
        <translation>La bibliothèque ne contient aucun fichier «&#x202f;%1&#x202f;». Vouliez-vous dire&#x202f;: %2&#x202f;?</translation>
    </message>
    <message>
        <source>The library has a file “%1” already. Choose “Overwrite” to make this its new version, or another name.</source>
        <translation>La bibliothèque contient déjà un fichier «&#x202f;%1&#x202f;». Choisissez «&#x202f;Remplacer&#x202f;» pour en faire la nouvelle version, ou un autre nom.</translation>
    </message>
    <message>
        <source>“%1” may not run: PowerShell scripts must have a valid signature here (%2). Sign it, or have a security administrator allow unsigned scripts in the settings.</source>
        <translation>«&#x202f;%1&#x202f;» ne peut pas s’exécuter&#x202f;: les scripts PowerShell doivent avoir ici une signature valide (%2). Signez-le, ou demandez à un administrateur de sécurité d’autoriser les scripts non signés dans les paramètres.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” was stopped: %n process(es) ended, none is left.</source>
        <translation>
            <numerusform>«&#x202f;%1&#x202f;» a été arrêté&#x202f;: %n processus terminé, il n’en reste aucun.</numerusform>
            <numerusform>«&#x202f;%1&#x202f;» a été arrêté&#x202f;: %n processus terminés, il n’en reste aucun.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file “%1” exists already on the device and was left as it is. Type %2 to replace it.</source>
        <translation>Le fichier «&#x202f;%1&#x202f;» existe déjà sur l’appareil et n’a pas été modifié. Tapez %2 pour le remplacer.</translation>
    </message>
    <message>
        <source>Downloads a file from the device; a directory or a pattern comes as one archive.</source>
        <translation>Télécharge un fichier de l’appareil&#x202f;; un répertoire ou un motif arrive en une seule archive.</translation>
    </message>
    <message>
        <source>Puts a library file into the working folder on the device; it is removed at the next restart.</source>
        <translation>Place un fichier de la bibliothèque dans le dossier de travail de l’appareil&#x202f;; il est supprimé au prochain redémarrage.</translation>
    </message>
    <message>
        <source>Runs a script of the library on the device.</source>
        <translation>Exécute un script de la bibliothèque sur l’appareil.</translation>
    </message>
    <message>
        <source>the file, directory or pattern to download</source>
        <translation>le fichier, le répertoire ou le motif à télécharger</translation>
    </message>
    <message>
        <source>looks at the file first and makes sure that exactly this content is downloaded</source>
        <translation>examine d’abord le fichier et garantit que c’est exactement ce contenu qui est téléchargé</translation>
    </message>
    <message>
        <source>replaces a file of this name in the working folder</source>
        <translation>remplace un fichier du même nom dans le dossier de travail</translation>
    </message>
    <message>
        <source>leaves the file there when the device restarts</source>
        <translation>conserve le fichier au redémarrage de l’appareil</translation>
    </message>
    <message>
        <source>“list” (the default) or “delete”</source>
        <translation>«&#x202f;list&#x202f;» (par défaut) ou «&#x202f;delete&#x202f;»</translation>
    </message>
    <message>
        <source>the library file to delete</source>
        <translation>le fichier de la bibliothèque à supprimer</translation>
    </message>
    <message>
        <source>the library file to put on the device</source>
        <translation>le fichier de la bibliothèque à placer sur l’appareil</translation>
    </message>
    <message>
        <source>the library script to run</source>
        <translation>le script de la bibliothèque à exécuter</translation>
    </message>
    <message>
        <source>what the script gets as arguments; quote what contains blanks</source>
        <translation>ce que le script reçoit comme arguments&#x202f;; mettez entre guillemets ce qui contient des espaces</translation>
    </message>
    <message>
        <source>%1, exit status %2</source>
        <extracomment>%1: the state of a script (&quot;completed&quot;, &quot;failed&quot;), %2: a number</extracomment>
        <translation>%1, code de sortie %2</translation>
    </message>
    <message>
        <source>not signed</source>
        <extracomment>Of a script</extracomment>
        <translation>non signé</translation>
    </message>
    <message>
        <source>valid: %1</source>
        <translation>valide&#x202f;: %1</translation>
    </message>
    <message>
        <source>invalid: changed after signing</source>
        <translation>non valide&#x202f;: modifié après la signature</translation>
    </message>
    <message>
        <source>invalid: something follows the signature</source>
        <translation>non valide&#x202f;: du contenu suit la signature</translation>
    </message>
    <message>
        <source>invalid: the certificate has expired</source>
        <translation>non valide&#x202f;: le certificat a expiré</translation>
    </message>
    <message>
        <source>invalid: the certificate may not sign code</source>
        <translation>non valide&#x202f;: le certificat n’autorise pas la signature de code</translation>
    </message>
    <message>
        <source>invalid: unknown publisher %1</source>
        <translation>non valide&#x202f;: éditeur inconnu %1</translation>
    </message>
    <message>
        <source>invalid: not a signature block</source>
        <translation>non valide&#x202f;: bloc de signature incorrect</translation>
    </message>
    <message>
        <source>“%1” cannot be run: nothing says what it is written in. Give it a #! line, or the extension .sh, .bash, .py or .ps1.</source>
        <translation>«&#x202f;%1&#x202f;» ne peut pas être exécuté&#x202f;: rien n’indique son langage. Ajoutez-lui une ligne #! ou l’extension .sh, .bash, .py ou .ps1.</translation>
    </message>
    <message>
        <source>“%1” needs %2, which the device does not have. Install it there, or use a script in another language.</source>
        <translation>«&#x202f;%1&#x202f;» a besoin de %2, qui est absent de l’appareil. Installez-le ou utilisez un script dans un autre langage.</translation>
    </message>
    <message>
        <source>“%1” asks for the interpreter %2, and scripts are run with sh, bash, Python or PowerShell.</source>
        <translation>«&#x202f;%1&#x202f;» demande l’interpréteur %2, or les scripts s’exécutent avec sh, bash, Python ou PowerShell.</translation>
    </message>
    <message>
        <source>Shows the installed drivers: kernel modules on Linux, extensions on macOS.</source>
        <translation>Affiche les pilotes installés&#x202f;: modules du noyau sous Linux, extensions sous macOS.</translation>
    </message>
    <message>
        <source>Shows everything that starts by itself: services, scheduled tasks, startup folders, shell profiles and every other known method.</source>
        <translation>Affiche tout ce qui démarre de lui-même&#x202f;: services, tâches planifiées, dossiers de démarrage, profils d’interpréteur et toute autre méthode connue de persistance.</translation>
    </message>
    <message>
        <source>Shows the values of a registry key, or one value.</source>
        <translation>Affiche les valeurs d’une clé de registre, ou une seule valeur.</translation>
    </message>
    <message>
        <source>Shows all scheduled tasks: systemd timers, cron and at on Linux, launchd calendars on macOS.</source>
        <translation>Affiche toutes les tâches planifiées&#x202f;: minuteurs systemd, cron et at sous Linux, calendriers launchd sous macOS.</translation>
    </message>
    <message>
        <source>Shows all services, their state and how they start.</source>
        <translation>Affiche tous les services, leur état et leur mode de démarrage.</translation>
    </message>
    <message>
        <source>Shows the files in the startup folders.</source>
        <translation>Affiche les fichiers des dossiers de démarrage.</translation>
    </message>
    <message>
        <source>only the connections of the process with this ID</source>
        <translation>seulement les connexions du processus qui porte cet ID</translation>
    </message>
    <message>
        <source>also looks into network drives and pseudo file systems</source>
        <translation>cherche aussi sur les lecteurs réseau et dans les pseudo-systèmes de fichiers</translation>
    </message>
    <message>
        <source>the key; a double backslash before the last name means one value</source>
        <translation>la clé&#x202f;; une double barre oblique inverse avant le dernier nom désigne une seule valeur</translation>
    </message>
    <message>
        <source>only tasks with this name; * and ? are accepted</source>
        <translation>seulement les tâches de ce nom&#x202f;; * et&#x202f;? sont acceptés</translation>
    </message>
    <message>
        <source>only services with this name; * and ? are accepted</source>
        <translation>seulement les services de ce nom&#x202f;; * et&#x202f;? sont acceptés</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Limite&#x202f;: %1</translation>
    </message>
    <message>
        <source>“%1” is not available on this device; the output goes without it.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas disponible sur cet appareil&#x202f;; la sortie s’en passe.</translation>
    </message>
    <message>
        <source>“%1” does not fit here. Usage: %2</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas sa place ici. Syntaxe&#x202f;: %2</translation>
    </message>
    <message>
        <source>There is no “%1”. Did you mean: %2?</source>
        <translation>«&#x202f;%1&#x202f;» n’existe pas. Vouliez-vous dire&#x202f;: %2&#x202f;?</translation>
    </message>
    <message>
        <source>whether it is a directory; a link to one is not</source>
        <translation>si c’est un répertoire&#x202f;; un lien vers un répertoire n’en est pas un</translation>
    </message>
    <message>
        <source>the account that owns the file; its number when the device knows no name for it</source>
        <translation>le compte propriétaire du fichier&#x202f;; son numéro quand l’appareil ne lui connaît pas de nom</translation>
    </message>
    <message>
        <source>when the file was made; empty where the file system does not keep that</source>
        <translation>date de création du fichier&#x202f;; vide si le système de fichiers ne la conserve pas</translation>
    </message>
    <message>
        <source>when the content was last written; a program can set it to any time</source>
        <translation>date de la dernière écriture du contenu&#x202f;; un programme peut la fixer à sa guise</translation>
    </message>
    <message>
        <source>when the content was last read, as far as the file system keeps count; looking at it here does not change it</source>
        <translation>date de la dernière lecture du contenu, dans la mesure où le système de fichiers la note&#x202f;; l’examiner ici ne la change pas</translation>
    </message>
    <message>
        <source>type and permissions as “ls -l” writes them</source>
        <translation>type et autorisations, comme les écrit «&#x202f;ls -l&#x202f;»</translation>
    </message>
    <message>
        <source>SHA-256 of the content</source>
        <translation>SHA-256 du contenu</translation>
    </message>
    <message>
        <source>the number of the command, as “status” and “fg” take it</source>
        <translation>le numéro de la commande, tel que «&#x202f;status&#x202f;» et «&#x202f;fg&#x202f;» l’acceptent</translation>
    </message>
    <message>
        <source>when the service accepted the command</source>
        <translation>date à laquelle le service a accepté la commande</translation>
    </message>
    <message>
        <source>whether it runs in the background</source>
        <translation>si elle s’exécute en arrière-plan</translation>
    </message>
    <message>
        <source>how far the command is: pending, running, downloading, completed…</source>
        <translation>où en est la commande&#x202f;: en attente, en cours, téléchargement, terminée…</translation>
    </message>
    <message>
        <source>the name the device has for itself</source>
        <translation>le nom que l’appareil se donne</translation>
    </message>
    <message>
        <source>the operating system with its version</source>
        <translation>le système d’exploitation et sa version</translation>
    </message>
    <message>
        <source>the kind of processor</source>
        <translation>le type de processeur</translation>
    </message>
    <message>
        <source>the account the agent runs as</source>
        <translation>le compte sous lequel s’exécute l’agent</translation>
    </message>
    <message>
        <source>whether that account may see everything; without it, commands miss what belongs to others</source>
        <translation>si ce compte peut tout voir&#x202f;; sinon, ce qui appartient à d’autres échappe aux commandes</translation>
    </message>
    <message>
        <source>the version of the agent</source>
        <translation>la version de l’agent</translation>
    </message>
    <message>
        <source>where the session begins; “cd” changes it</source>
        <translation>où commence la session&#x202f;; «&#x202f;cd&#x202f;» le change</translation>
    </message>
    <message>
        <source>the encoding in which scripts write their text</source>
        <translation>l’encodage dans lequel les scripts écrivent leur texte</translation>
    </message>
    <message>
        <source>the device’s own clock; compare it with yours before you order events</source>
        <translation>l’horloge de l’appareil&#x202f;; comparez-la à la vôtre avant d’ordonner les événements</translation>
    </message>
    <message>
        <source>when the device was started</source>
        <translation>date du démarrage de l’appareil</translation>
    </message>
    <message>
        <source>the name in the directory; with -full_path the whole path</source>
        <translation>le nom dans le répertoire&#x202f;; avec -full_path, le chemin complet</translation>
    </message>
    <message>
        <source>what the entry is: file, directory, link, pipe, socket or device node</source>
        <translation>ce qu’est l’entrée&#x202f;: fichier, répertoire, lien, tube, socket ou nœud d’appareil</translation>
    </message>
    <message>
        <source>the length of the content; what it takes on the disk can differ</source>
        <translation>la longueur du contenu&#x202f;; la place occupée sur le disque peut différer</translation>
    </message>
    <message>
        <source>whether listings leave it out as a rule; on Linux and macOS by the dot its name begins with</source>
        <translation>si les listes l’omettent d’ordinaire&#x202f;; sous Linux et macOS, d’après le point qui commence son nom</translation>
    </message>
    <message>
        <source>whether nobody may write it: no write permission at all, or made immutable</source>
        <translation>si personne ne peut y écrire&#x202f;: aucune autorisation d’écriture, ou rendu immuable</translation>
    </message>
    <message>
        <source>whether the file system keeps it compressed</source>
        <translation>si le système de fichiers le conserve compressé</translation>
    </message>
    <message>
        <source>where a link leads, as it is written in it</source>
        <translation>où mène un lien, tel que c’est écrit dedans</translation>
    </message>
    <message>
        <source>the name of the process, from its program file; a process can choose another</source>
        <translation>le nom du processus, d’après son fichier de programme&#x202f;; un processus peut en choisir un autre</translation>
    </message>
    <message>
        <source>the process ID; after the process has ended the device gives it to another</source>
        <translation>l’ID du processus&#x202f;; après sa fin, l’appareil le donne à un autre</translation>
    </message>
    <message>
        <source>the process that started it, or that took it over when that one ended</source>
        <translation>le processus qui l’a lancé, ou qui l’a repris à la fin de celui-ci</translation>
    </message>
    <message>
        <source>the account whose rights it has now (the effective user)</source>
        <translation>le compte dont il a les droits en ce moment (utilisateur effectif)</translation>
    </message>
    <message>
        <source>what it does: running, sleeping, stopped, zombie…</source>
        <translation>ce qu’il fait&#x202f;: actif, en sommeil, arrêté, zombie…</translation>
    </message>
    <message>
        <source>when it was started; with the process ID it names one process for good</source>
        <translation>date de son lancement&#x202f;; avec l’ID du processus, elle désigne un seul processus pour de bon</translation>
    </message>
    <message>
        <source>the program and its arguments, quoted where they hold blanks; the process can overwrite them, a kernel thread has none</source>
        <translation>le programme et ses arguments, entre guillemets s’ils contiennent des blancs&#x202f;; le processus peut les réécrire, un thread du noyau n’en a pas</translation>
    </message>
    <message>
        <source>the program file; empty for a kernel thread, and without the right to see it</source>
        <translation>le fichier du programme&#x202f;; vide pour un thread du noyau, ou sans le droit de le voir</translation>
    </message>
    <message>
        <source>time spent on a processor so far, user and system together</source>
        <translation>temps passé jusqu’ici sur un processeur, utilisateur et système ensemble</translation>
    </message>
    <message>
        <source>what it has in memory now, shared parts included</source>
        <translation>ce qu’il a en mémoire en ce moment, parties partagées comprises</translation>
    </message>
    <message>
        <source>memory that is its own alone; on Linux anonymous pages in memory and in swap</source>
        <translation>mémoire qui n’est qu’à lui&#x202f;; sous Linux, pages anonymes en mémoire et en swap</translation>
    </message>
    <message>
        <source>the sign-in or terminal it belongs to; on Linux and macOS the POSIX session, not a live response one</source>
        <translation>la connexion d’utilisateur ou le terminal dont il relève&#x202f;; sous Linux et macOS la session POSIX, pas celle de réponse en direct</translation>
    </message>
    <message>
        <source>whether its program file has been deleted or replaced since it was started; updates do that, and so does malware</source>
        <translation>si son fichier de programme a été supprimé ou remplacé depuis le lancement&#x202f;; les mises à jour le font, les logiciels malveillants aussi</translation>
    </message>
    <message>
        <source>the directory it works in; empty without the right to see it</source>
        <translation>le répertoire où il travaille&#x202f;; vide sans le droit de le voir</translation>
    </message>
    <message>
        <source>how many threads it has</source>
        <translation>le nombre de ses threads</translation>
    </message>
    <message>
        <source>the service that started it; on Linux by its control group</source>
        <translation>le service qui l’a lancé&#x202f;; sous Linux, d’après son groupe de contrôle</translation>
    </message>
    <message>
        <source>the container it runs in; empty on the device itself</source>
        <translation>le conteneur où il s’exécute&#x202f;; vide sur l’appareil même</translation>
    </message>
    <message>
        <source>Linux: the namespaces it does not share with the first process, by kind and number; what lives apart sees other files, networks or processes</source>
        <translation>Linux&#x202f;: les espaces de noms qu’il ne partage pas avec le premier processus, par type et numéro&#x202f;; ce qui vit à part voit d’autres fichiers, réseaux ou processus</translation>
    </message>
    <message>
        <source>the name of the process that holds the connection</source>
        <translation>le nom du processus qui détient la connexion</translation>
    </message>
    <message>
        <source>the process that holds it, a line for each when there are several; empty when none does any more, or without the right to see it</source>
        <translation>le processus qui la détient, une ligne pour chacun s’il y en a plusieurs&#x202f;; vide s’il n’y en a plus, ou sans le droit de le voir</translation>
    </message>
    <message>
        <source>where the connection stands: LISTEN waits for others, ESTABLISHED is open both ways…</source>
        <translation>où en est la connexion&#x202f;: LISTEN attend les autres, ESTABLISHED est ouverte des deux côtés…</translation>
    </message>
    <message>
        <source>the device’s end; 0.0.0.0 or :: takes what comes to any of its addresses</source>
        <translation>le côté de l’appareil&#x202f;; 0.0.0.0 ou&#x202f;:: reçoit ce qui arrive à n’importe laquelle de ses adresses</translation>
    </message>
    <message>
        <source>the port on the device; a Unix socket has none</source>
        <translation>le port sur l’appareil&#x202f;; un socket Unix n’en a pas</translation>
    </message>
    <message>
        <source>the other end; 0.0.0.0 or :: while there is none</source>
        <translation>l’autre côté&#x202f;; 0.0.0.0 ou&#x202f;:: tant qu’il n’y en a pas</translation>
    </message>
    <message>
        <source>the port of the other end; 0 while there is none</source>
        <translation>le port de l’autre côté&#x202f;; 0 tant qu’il n’y en a pas</translation>
    </message>
    <message>
        <source>where a Unix socket is; one that is not in the file system begins with @</source>
        <translation>où se trouve un socket Unix&#x202f;; celui qui n’est pas dans le système de fichiers commence par @</translation>
    </message>
    <message>
        <source>the account the process runs as</source>
        <translation>le compte sous lequel s’exécute le processus</translation>
    </message>
    <message>
        <source>when that process was started; with its ID it says for good which one it is</source>
        <translation>date du lancement de ce processus&#x202f;; avec son ID, elle dit pour de bon lequel c’est</translation>
    </message>
    <message>
        <source>Linux: the network namespace it is in, when that is not the agent’s own, as in a container</source>
        <translation>Linux&#x202f;: l’espace de noms réseau où elle se trouve, quand ce n’est pas celui de l’agent, comme dans un conteneur</translation>
    </message>
    <message>
        <source>the name under which the system knows the service</source>
        <translation>le nom sous lequel le système connaît le service</translation>
    </message>
    <message>
        <source>its title or description, for people</source>
        <translation>son titre ou sa description, pour les personnes</translation>
    </message>
    <message>
        <source>whether it runs, in the system’s own word; on Linux active, inactive, activating…</source>
        <translation>s’il fonctionne, dans les termes du système&#x202f;; sous Linux active, inactive, activating…</translation>
    </message>
    <message>
        <source>the same in more detail: running, exited, dead…</source>
        <translation>la même chose plus en détail&#x202f;: running, exited, dead…</translation>
    </message>
    <message>
        <source>whether it starts with the device: enabled, disabled, static (only when others need it), masked (never)…</source>
        <translation>s’il démarre avec l’appareil&#x202f;: enabled, disabled, static (seulement si d’autres en ont besoin), masked (jamais)…</translation>
    </message>
    <message>
        <source>the account it runs as</source>
        <translation>le compte sous lequel elle s’exécute</translation>
    </message>
    <message>
        <source>the program file it starts</source>
        <translation>le fichier du programme qu’il lance</translation>
    </message>
    <message>
        <source>the program with its arguments, as the service’s file has them</source>
        <translation>le programme et ses arguments, tels que les donne le fichier du service</translation>
    </message>
    <message>
        <source>its main process; empty when none runs</source>
        <translation>son processus principal&#x202f;; vide si aucun ne fonctionne</translation>
    </message>
    <message>
        <source>the file that defines it</source>
        <translation>le fichier qui la définit</translation>
    </message>
    <message>
        <source>what it needs or wants started with it</source>
        <translation>ce qu’il lui faut, ou qu’il souhaite voir démarrer avec lui</translation>
    </message>
    <message>
        <source>the name of the driver; on Linux of the kernel module</source>
        <translation>le nom du pilote&#x202f;; sous Linux, celui du module du noyau</translation>
    </message>
    <message>
        <source>Windows: the service under which the driver is registered</source>
        <translation>Windows&#x202f;: le service sous lequel le pilote est enregistré</translation>
    </message>
    <message>
        <source>what it does: live, loading, unloading, built-in or not loaded</source>
        <translation>ce qu’il fait&#x202f;: live, loading, unloading, built-in ou not loaded</translation>
    </message>
    <message>
        <source>whether it is part of the running kernel</source>
        <translation>s’il fait partie du noyau en marche</translation>
    </message>
    <message>
        <source>its file; empty when it is built in, or when it is loaded although no file is installed for it — look at such a one</source>
        <translation>son fichier&#x202f;; vide s’il est intégré, ou s’il est chargé sans qu’aucun fichier soit installé — à regarder de près</translation>
    </message>
    <message>
        <source>what its author says it is for</source>
        <translation>ce à quoi il sert, selon son auteur</translation>
    </message>
    <message>
        <source>the version its author gave it</source>
        <translation>la version donnée par son auteur</translation>
    </message>
    <message>
        <source>who wrote it, by its own word</source>
        <translation>qui l’a écrit, selon lui-même</translation>
    </message>
    <message>
        <source>its licence, by its own word</source>
        <translation>sa licence, selon lui-même</translation>
    </message>
    <message>
        <source>what it takes in memory</source>
        <translation>la place qu’il prend en mémoire</translation>
    </message>
    <message>
        <source>the drivers that need it</source>
        <translation>les pilotes qui en ont besoin</translation>
    </message>
    <message>
        <source>who signed its file, or “none”; empty when the file was not looked at</source>
        <translation>qui a signé son fichier, ou «&#x202f;none&#x202f;»&#x202f;; vide si le fichier n’a pas été examiné</translation>
    </message>
    <message>
        <source>why the kernel counts itself as tainted by it: out-of-tree, proprietary, unsigned…</source>
        <translation>pourquoi le noyau se dit altéré par lui&#x202f;: out-of-tree, proprietary, unsigned…</translation>
    </message>
    <message>
        <source>the name of the task; for a line of a table, the table’s file and a hash of the line</source>
        <translation>le nom de la tâche&#x202f;; pour une ligne d’une table, le fichier de la table et une empreinte de la ligne</translation>
    </message>
    <message>
        <source>what starts it: systemd timer, cron, run-parts, anacron or at</source>
        <translation>ce qui la lance&#x202f;: systemd timer, cron, run-parts, anacron ou at</translation>
    </message>
    <message>
        <source>whether it will be started when its time comes</source>
        <translation>si elle sera lancée le moment venu</translation>
    </message>
    <message>
        <source>who made it, where that is recorded; on Linux who owns its file</source>
        <translation>qui l’a créée, quand c’est noté&#x202f;; sous Linux, le propriétaire de son fichier</translation>
    </message>
    <message>
        <source>whose list it is in, when that is a user’s own</source>
        <translation>à qui est la liste où elle figure, quand c’est celle d’un utilisateur</translation>
    </message>
    <message>
        <source>when it starts: the kind of each trigger, and its schedule as it is written there</source>
        <translation>quand elle démarre&#x202f;: le type de chaque déclencheur, et son calendrier tel qu’il est écrit</translation>
    </message>
    <message>
        <source>when it starts next, worked out from its schedule; empty when that cannot be foreseen</source>
        <translation>son prochain lancement, calculé d’après son calendrier&#x202f;; vide s’il n’est pas prévisible</translation>
    </message>
    <message>
        <source>when it last ran, where that is recorded</source>
        <translation>sa dernière exécution, quand elle est notée</translation>
    </message>
    <message>
        <source>the file in the startup folder</source>
        <translation>le fichier du dossier de démarrage</translation>
    </message>
    <message>
        <source>the program it starts; empty when it names none</source>
        <translation>le programme qu’il lance&#x202f;; vide s’il n’en nomme aucun</translation>
    </message>
    <message>
        <source>whose folder it is in: “all users”, or one user’s name</source>
        <translation>à qui est le dossier&#x202f;: «&#x202f;all users&#x202f;», ou le nom d’un utilisateur</translation>
    </message>
    <message>
        <source>the name it gives itself</source>
        <translation>le nom qu’il se donne</translation>
    </message>
    <message>
        <source>the program with its arguments, as the file has them</source>
        <translation>le programme et ses arguments, tels que les donne le fichier</translation>
    </message>
    <message>
        <source>whether it starts when somebody signs in</source>
        <translation>s’il démarre quand quelqu’un ouvre une session</translation>
    </message>
    <message>
        <source>why it is not enabled, and on which desktops it starts</source>
        <translation>pourquoi il n’est pas activé, et sur quels bureaux il démarre</translation>
    </message>
    <message>
        <source>the mechanism that starts it: services, scheduled_tasks, shell_profiles, ssh_keys…</source>
        <translation>le mécanisme qui le lance&#x202f;: services, scheduled_tasks, shell_profiles, ssh_keys…</translation>
    </message>
    <message>
        <source>what the entry calls itself, or the name of its file</source>
        <translation>le nom que se donne l’entrée, ou celui de son fichier</translation>
    </message>
    <message>
        <source>whether it will take effect; empty where nobody can tell</source>
        <translation>si elle prendra effet&#x202f;; vide si nul ne peut le dire</translation>
    </message>
    <message>
        <source>what it starts; empty when that is the file itself, or when a shell reads the file</source>
        <translation>ce qu’elle lance&#x202f;; vide quand c’est le fichier lui-même, ou quand un shell lit le fichier</translation>
    </message>
    <message>
        <source>the file it is written in</source>
        <translation>le fichier où elle est écrite</translation>
    </message>
    <message>
        <source>what only this mechanism knows: user, unit, options, fingerprint of a key…</source>
        <translation>ce que seul ce mécanisme connaît&#x202f;: utilisateur, unité, options, empreinte d’une clé…</translation>
    </message>
    <message>
        <source>the registry key</source>
        <translation>la clé de registre</translation>
    </message>
    <message>
        <source>the name of the value; empty for the key’s default value</source>
        <translation>le nom de la valeur&#x202f;; vide pour la valeur par défaut de la clé</translation>
    </message>
    <message>
        <source>the type of the value: REG_SZ, REG_DWORD, REG_BINARY…</source>
        <translation>le type de la valeur&#x202f;: REG_SZ, REG_DWORD, REG_BINARY…</translation>
    </message>
    <message>
        <source>the value; binary data as hexadecimal digits</source>
        <translation>la valeur&#x202f;; les données binaires en chiffres hexadécimaux</translation>
    </message>
    <message>
        <source>when anything in the key was last changed</source>
        <translation>dernière modification de quoi que ce soit dans la clé</translation>
    </message>
    <message>
        <source>the path that was asked for</source>
        <translation>le chemin demandé</translation>
    </message>
    <message>
        <source>what the content is, by its first bytes and not by its name</source>
        <translation>la nature du contenu, d’après ses premiers octets et non son nom</translation>
    </message>
    <message>
        <source>the length of the content</source>
        <translation>la longueur du contenu</translation>
    </message>
    <message>
        <source>when content or metadata last changed, by the file system itself; harder to forge than the time of modification</source>
        <translation>dernier changement du contenu ou des métadonnées, selon le système de fichiers&#x202f;; plus difficile à falsifier que la date de modification</translation>
    </message>
    <message>
        <source>the group that owns the file; its number when the device knows no name for it</source>
        <translation>le groupe propriétaire du fichier&#x202f;; son numéro quand l’appareil ne lui connaît pas de nom</translation>
    </message>
    <message>
        <source>the access control list; empty where there is nothing beyond the mode</source>
        <translation>la liste de contrôle d’accès&#x202f;; vide s’il n’y a rien au-delà du mode</translation>
    </message>
    <message>
        <source>MD5 of the content, for lists that have no other; it can be forged</source>
        <translation>MD5 du contenu, pour les listes qui n’ont rien d’autre&#x202f;; il peut être contrefait</translation>
    </message>
    <message>
        <source>SHA-1 of the content, for lists that have no other; it can be forged</source>
        <translation>SHA-1 du contenu, pour les listes qui n’ont rien d’autre&#x202f;; il peut être contrefait</translation>
    </message>
    <message>
        <source>what the path leads to when it is a link; all else here is said of that file</source>
        <translation>où mène le chemin si c’est un lien&#x202f;; tout le reste concerne ce fichier-là</translation>
    </message>
    <message>
        <source>the number of the file in its file system; files made one after the other often have close ones</source>
        <translation>le numéro du fichier dans son système de fichiers&#x202f;; des fichiers créés à la suite ont souvent des numéros proches</translation>
    </message>
    <message>
        <source>how many names the file has in its file system</source>
        <translation>le nombre de noms du fichier dans son système de fichiers</translation>
    </message>
    <message>
        <source>the installed package that owns it, from the package manager’s own records</source>
        <translation>le paquet installé auquel il appartient, d’après les registres du gestionnaire de paquets</translation>
    </message>
    <message>
        <source>what the signature inside it is worth against the publishers the device trusts; empty when it has none</source>
        <translation>ce que vaut la signature qu’il contient face aux éditeurs auxquels l’appareil se fie&#x202f;; vide s’il n’en a pas</translation>
    </message>
    <message>
        <source>Linux: what the program may do beyond its user, as “getcap” writes it</source>
        <translation>Linux&#x202f;: ce que le programme peut faire au-delà de son utilisateur, comme l’écrit «&#x202f;getcap&#x202f;»</translation>
    </message>
    <message>
        <source>what the file system does with it beyond the mode: immutable, append-only…</source>
        <translation>ce que le système de fichiers en fait au-delà du mode&#x202f;: immutable, append-only…</translation>
    </message>
    <message>
        <source>names and values that the file system keeps beside the content, such as where a download came from</source>
        <translation>noms et valeurs que le système de fichiers garde à côté du contenu, comme la provenance d’un téléchargement</translation>
    </message>
    <message>
        <source>what the format tells: imports, sections, signer, version; and whether the content is still as its package delivered it</source>
        <translation>ce que dit le format&#x202f;: imports, sections, signataire, version&#x202f;; et si le contenu est encore tel que son paquet l’a livré</translation>
    </message>
    <message>
        <source>the whole path of a file or directory whose name fits</source>
        <translation>le chemin complet d’un fichier ou répertoire dont le nom correspond</translation>
    </message>
    <message>
        <source>the file, directory or pattern on the device</source>
        <translation>le fichier, le répertoire ou le motif sur l’appareil</translation>
    </message>
    <message>
        <source>“file”, or “archive” when a directory or a pattern came as one</source>
        <translation>«&#x202f;file&#x202f;», ou «&#x202f;archive&#x202f;» quand un répertoire ou un motif est venu en une seule pièce</translation>
    </message>
    <message>
        <source>what was downloaded; of an archive its own length</source>
        <translation>ce qui a été téléchargé&#x202f;; pour une archive, sa propre longueur</translation>
    </message>
    <message>
        <source>SHA-256 of what was downloaded, the same on the device, in the service and on your machine</source>
        <translation>SHA-256 de ce qui a été téléchargé, le même sur l’appareil, dans le service et sur votre machine</translation>
    </message>
    <message>
        <source>how many files are in the archive; empty when one file came as it is</source>
        <translation>le nombre de fichiers dans l’archive&#x202f;; vide si un seul fichier est venu tel quel</translation>
    </message>
    <message>
        <source>the name of the file in the library, as “run” and “putfile” take it</source>
        <translation>le nom du fichier dans la bibliothèque, tel que «&#x202f;run&#x202f;» et «&#x202f;putfile&#x202f;» l’acceptent</translation>
    </message>
    <message>
        <source>what the file is for, as who uploaded it wrote</source>
        <translation>à quoi sert le fichier, selon qui l’a téléversé</translation>
    </message>
    <message>
        <source>whether the script takes parameters</source>
        <translation>si le script prend des paramètres</translation>
    </message>
    <message>
        <source>an example of its parameters, and what they mean</source>
        <translation>un exemple de ses paramètres, et ce qu’ils signifient</translation>
    </message>
    <message>
        <source>what the signature of a PowerShell script is worth against the tenant’s publishers; none for other files</source>
        <translation>ce que vaut la signature d’un script PowerShell face aux éditeurs du locataire&#x202f;; none pour les autres fichiers</translation>
    </message>
    <message>
        <source>the length of the file</source>
        <translation>la longueur du fichier</translation>
    </message>
    <message>
        <source>counts the contents uploaded under this name, from 1</source>
        <translation>compte les contenus téléversés sous ce nom, à partir de 1</translation>
    </message>
    <message>
        <source>who uploaded the first version</source>
        <translation>qui a téléversé la première version</translation>
    </message>
    <message>
        <source>when the first version was uploaded</source>
        <translation>date de téléversement de la première version</translation>
    </message>
    <message>
        <source>when this version was uploaded</source>
        <translation>date de téléversement de cette version</translation>
    </message>
    <message>
        <source>how many “run” and “putfile” commands have named it</source>
        <translation>combien de commandes «&#x202f;run&#x202f;» et «&#x202f;putfile&#x202f;» l’ont nommé</translation>
    </message>
    <message>
        <source>where the file is on the device</source>
        <translation>où se trouve le fichier sur l’appareil</translation>
    </message>
    <message>
        <source>SHA-256 of the file, checked on the device</source>
        <translation>SHA-256 du fichier, vérifié sur l’appareil</translation>
    </message>
    <message>
        <source>whether it stays when the device restarts</source>
        <translation>s’il reste au redémarrage de l’appareil</translation>
    </message>
    <message>
        <source>the command as it was typed</source>
        <translation>la commande telle qu’elle a été saisie</translation>
    </message>
    <message>
        <source>how far it has come, in per cent or as a count; empty while the command cannot know</source>
        <translation>où elle en est, en pour cent ou en nombre&#x202f;; vide tant que la commande ne peut pas le savoir</translation>
    </message>
    <message>
        <source>how long it took on the device; while it is not over, how long ago it was accepted</source>
        <translation>le temps qu’elle a pris sur l’appareil&#x202f;; tant qu’elle n’est pas finie, le temps écoulé depuis son acceptation</translation>
    </message>
    <message>
        <source>what went wrong: code, subject and reason of each error</source>
        <translation>ce qui n’a pas marché&#x202f;: code, objet et raison de chaque erreur</translation>
    </message>
    <message>
        <source>how much it has brought: chunks, rows and bytes</source>
        <translation>ce qu’elle a rapporté&#x202f;: blocs, lignes et octets</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>octets</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Columns, with the units of JSON</source>
        <translation>Colonnes, avec les unités du JSON</translation>
    </message>
    <message>
        <source>“%1” has more than %2, which is the limit.</source>
        <translation>«&#x202f;%1&#x202f;» dépasse %2, la limite.</translation>
    </message>
    <message>
        <source>files up to %1, unless the tenant has set another limit</source>
        <translation>fichiers jusqu’à %1, sauf si le locataire a fixé une autre limite</translation>
    </message>
    <message>
        <source>library files up to %1</source>
        <translation>fichiers de bibliothèque jusqu’à %1</translation>
    </message>
    <message>
        <source>library files up to %1; PowerShell scripts signed by one of the tenant’s publishers, unless it allows others</source>
        <translation>fichiers de bibliothèque jusqu’à %1&#x202f;; scripts PowerShell signés par un des éditeurs du locataire, sauf s’il en autorise d’autres</translation>
    </message>
    <message>
        <source>Whether live response is on: sessions, and commands on devices.</source>
        <translation>Indique si la réponse en direct est activée&#x202f;: les sessions, et les commandes sur les appareils.</translation>
    </message>
    <message>
        <source>Whether live response is also on for servers.</source>
        <translation>Indique si la réponse en direct est aussi activée pour les serveurs.</translation>
    </message>
    <message>
        <source>How many live sessions the whole tenant may have.</source>
        <translation>Nombre de sessions ouvertes que le locataire entier peut avoir.</translation>
    </message>
    <message>
        <source>How many live sessions one user may have.</source>
        <translation>Nombre de sessions ouvertes qu’un utilisateur peut avoir.</translation>
    </message>
    <message>
        <source>How long a session without a command lasts until it is closed.</source>
        <translation>Durée au bout de laquelle une session sans commande est fermée.</translation>
    </message>
    <message>
        <source>The oldest agent that a session can start with.</source>
        <translation>L’agent le plus ancien avec lequel une session peut commencer.</translation>
    </message>
    <message>
        <source>The largest file that “fileinfo” looks at.</source>
        <translation>Le plus gros fichier que «&#x202f;fileinfo&#x202f;» examine.</translation>
    </message>
    <message>
        <source>The largest file or archive that “getfile” downloads.</source>
        <translation>Le plus gros fichier, ou la plus grosse archive, que «&#x202f;getfile&#x202f;» télécharge.</translation>
    </message>
    <message>
        <source>The largest file that can be uploaded to the library.</source>
        <translation>Le plus gros fichier qui peut être téléversé dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Whether PowerShell scripts may run without a valid signature, and batch files, which have none.</source>
        <translation>Indique si les scripts PowerShell peuvent être exécutés sans signature valide, ainsi que les fichiers de commandes, qui n’en ont pas.</translation>
    </message>
    <message>
        <source>Whether Python scripts may run.</source>
        <translation>Indique si les scripts Python peuvent être exécutés.</translation>
    </message>
    <message>
        <source>The size at which the output of a command is cut.</source>
        <translation>Taille à laquelle la sortie d’une commande est coupée.</translation>
    </message>
    <message>
        <source>The number of rows at which the output of a command is cut.</source>
        <translation>Nombre de lignes auquel la sortie d’une commande est coupée.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of numbers</extracomment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>a version number</source>
        <translation>un numéro de version</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>sessions</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>lignes</translation>
    </message>
    <message>
        <source>This tenant wants a reason for whatever changes a device: add -reason &quot;…&quot;. Nothing was run.</source>
        <translation>Ce locataire veut une raison pour tout ce qui modifie un appareil&#x202f;: ajoutez -reason &quot;…&quot;. Rien n’a été exécuté.</translation>
    </message>
    <message>
        <source>“%1” was not touched: nobody has looked at it in this session. Type “%2” first, or add -auto.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été touché&#x202f;: personne ne l’a regardé dans cette session. Tapez d’abord «&#x202f;%2&#x202f;», ou ajoutez -auto.</translation>
    </message>
    <message>
        <source>“%1” was not touched: it is not what was looked at any more (%2). Type “%3” to look again.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été touché&#x202f;: ce n’est plus ce qui a été regardé (%2). Tapez «&#x202f;%3&#x202f;» pour le regarder à nouveau.</translation>
    </message>
    <message>
        <source>“%1” was left as it is: it is not what the plan was made for any more (%2).</source>
        <translation>«&#x202f;%1&#x202f;» a été laissé tel quel&#x202f;: ce n’est plus ce pour quoi le plan a été fait (%2).</translation>
    </message>
    <message>
        <source>There is no remediation of “%1” on this device that could be undone. Type “remediate list” to see what there is.</source>
        <translation>Cet appareil n’a aucune correction de «&#x202f;%1&#x202f;» qui puisse être restaurée. Tapez «&#x202f;remediate list&#x202f;» pour voir ce qu’il y a.</translation>
    </message>
    <message>
        <source>“%1” was not restored: something else is in its place now, and was left as it is. Type -replace to put that into quarantine first, or -beside to restore it under another name.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été restauré&#x202f;: autre chose est à sa place, et a été laissé tel quel. Ajoutez -replace pour mettre cela d’abord en quarantaine, ou -beside pour le restaurer sous un autre nom.</translation>
    </message>
    <message>
        <source>“%1” was not touched: the quarantine of this device has no room for its %2; %3 are free. A security administrator can raise the limit in the settings.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été touché&#x202f;: la quarantaine de cet appareil n’a pas de place pour ses %2&#x202f;; %3 sont libres. Un administrateur de la sécurité peut relever la limite dans les paramètres.</translation>
    </message>
    <message>
        <source>“%1” was not touched: the device, or the agent itself, cannot do without it.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été touché&#x202f;: l’appareil, ou l’agent lui-même, ne peut s’en passer.</translation>
    </message>
    <message>
        <source>“%1” is still there, or was brought back: %2. Look for what does it with “persistence”.</source>
        <translation>«&#x202f;%1&#x202f;» est toujours là, ou a été relancé&#x202f;: %2. Cherchez ce qui le fait avec «&#x202f;persistence&#x202f;».</translation>
    </message>
    <message>
        <source>the number of the act on this device, for “undo” and “getfile -quarantine”</source>
        <translation>le numéro de l’action sur cet appareil, pour «&#x202f;undo&#x202f;» et «&#x202f;getfile -quarantine&#x202f;»</translation>
    </message>
    <message>
        <source>what it was done to: a file, a process, a service…</source>
        <translation>à quoi cela a été fait&#x202f;: un fichier, un processus, un service…</translation>
    </message>
    <message>
        <source>which one, as it can be typed</source>
        <translation>lequel, tel qu’on peut le taper</translation>
    </message>
    <message>
        <source>what is done, step by step; what has to be known besides; of a list, whether it was a remediation or an undo</source>
        <translation>ce qui est fait, étape par étape&#x202f;; ce qu’il faut savoir en outre&#x202f;; d’une liste, si c’était une correction ou une restauration</translation>
    </message>
    <message>
        <source>the file, process or unit that this step is about</source>
        <translation>le fichier, le processus ou l’unité dont il s’agit à cette étape</translation>
    </message>
    <message>
        <source>what came of it: done, refused, not-confirmed…; “planned” as long as nothing was touched</source>
        <translation>ce qu’il en est advenu&#x202f;: done, refused, not-confirmed…&#x202f;; «&#x202f;planned&#x202f;» tant que rien n’a été touché</translation>
    </message>
    <message>
        <source>how much of it is kept in quarantine</source>
        <translation>combien en est conservé en quarantaine</translation>
    </message>
    <message>
        <source>when it was done</source>
        <translation>quand cela a été fait</translation>
    </message>
    <message>
        <source>who did it</source>
        <translation>qui l’a fait</translation>
    </message>
    <message>
        <source>why it was done, as it was typed</source>
        <translation>pourquoi cela a été fait, tel que saisi</translation>
    </message>
    <message>
        <source>until when it can be undone</source>
        <translation>jusqu’à quand cela peut être restauré</translation>
    </message>
    <message>
        <source>SHA-256 of the plan: what was done is what was planned</source>
        <translation>SHA-256 du plan&#x202f;: ce qui a été fait est ce qui était prévu</translation>
    </message>
    <message>
        <source>the facts that the step is bound to, and what came of it</source>
        <translation>les faits auxquels l’étape est liée, et ce qu’il en est advenu</translation>
    </message>
    <message>
        <source>Stops or removes what was found, by a plan that it keeps to, and keeps what is needed to undo it; “list” shows what was remediated on this device.</source>
        <translation>Arrête ou retire ce qui a été trouvé, selon un plan auquel il se tient, et conserve ce qu’il faut pour le restaurer&#x202f;; «&#x202f;list&#x202f;» montre ce qui a été corrigé sur cet appareil.</translation>
    </message>
    <message>
        <source>Restores what was remediated.</source>
        <translation>Restaure ce qui a été corrigé.</translation>
    </message>
    <message>
        <source>what it is; “list” shows what was remediated on this device</source>
        <translation>ce que c’est&#x202f;; «&#x202f;list&#x202f;» montre ce qui a été corrigé sur cet appareil</translation>
    </message>
    <message>
        <source>which one: a path, a process ID, a name as it was shown</source>
        <translation>lequel&#x202f;: un chemin, un ID de processus, un nom tel qu’il a été affiché</translation>
    </message>
    <message>
        <source>why it is done, for the journal</source>
        <translation>pourquoi cela est fait, pour le journal</translation>
    </message>
    <message>
        <source>looks at it first, when nobody has</source>
        <translation>le regarde d’abord, si personne ne l’a fait</translation>
    </message>
    <message>
        <source>only shows what would be done</source>
        <translation>montre seulement ce qui serait fait</translation>
    </message>
    <message>
        <source>of a process: also all that it has started</source>
        <translation>d’un processus&#x202f;: aussi tout ce qu’il a lancé</translation>
    </message>
    <message>
        <source>which one, as it was remediated, or the number of the act in “remediate list”</source>
        <translation>lequel, tel qu’il a été corrigé, ou le numéro de l’action dans «&#x202f;remediate list&#x202f;»</translation>
    </message>
    <message>
        <source>puts what is in its place now into quarantine first</source>
        <translation>met d’abord en quarantaine ce qui est maintenant à sa place</translation>
    </message>
    <message>
        <source>restores it under another name when its place is taken</source>
        <translation>le restaure sous un autre nom si sa place est prise</translation>
    </message>
    <message>
        <source>Whether a reason must be given for whatever changes a device.</source>
        <translation>Si une raison doit être donnée pour tout ce qui modifie un appareil.</translation>
    </message>
    <message>
        <source>How much a device keeps of what was remediated.</source>
        <translation>Combien un appareil conserve de ce qui a été corrigé.</translation>
    </message>
    <message>
        <source>How long a remediation can be undone.</source>
        <translation>Pendant combien de temps une correction peut être restaurée.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>downloads what was remediated; the path is then the number of the act in “remediate list”</source>
        <translation>télécharge ce qui a été corrigé&#x202f;; le chemin est alors le numéro de l’action dans «&#x202f;remediate list&#x202f;»</translation>
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
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a span of time: &quot;3 min&quot;</extracomment>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>times</comment>
        <extracomment>the name of a column of times, and by which clock they are: &quot;Started (UTC)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <extracomment>%1 is the number</extracomment>
        <translation>
            <numerusform>%1 octet</numerusform>
            <numerusform>%1 octets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>an exact size, and about the same in a larger unit</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” is a link to “%2”, which does not exist.</source>
        <translation>«&#x202f;%1&#x202f;» est un lien vers «&#x202f;%2&#x202f;», qui n’existe pas.</translation>
    </message>
    <message>
        <source>“%1” was not written: the command did not complete. “Save as…” keeps what it printed all the same.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été écrit&#x202f;: la commande n’a pas abouti. «&#x202f;Enregistrer sous…&#x202f;» garde malgré tout ce qu’elle a affiché.</translation>
    </message>
    <message>
        <source>This command has no parameter or flag “%1”. Usage: %2</source>
        <translation>Cette commande n’a ni paramètre ni option «&#x202f;%1&#x202f;». Utilisation&#x202f;: %2</translation>
    </message>
    <message>
        <source>“%1” is for devices with %2; this one runs %3.</source>
        <translation>«&#x202f;%1&#x202f;» est réservé aux appareils sous %2&#x202f;; celui-ci est sous %3.</translation>
    </message>
    <message>
        <source>The device was not isolated: with the rules in place its service (%1) did not answer any more, so they were taken away again. A VPN or a proxy on the way can be the cause; a security administrator can let it pass with the setting “isolation-passages”.</source>
        <translation>L’appareil n’a pas été isolé&#x202f;: avec les règles en place, son service (%1) ne répondait plus, et elles ont été retirées. Un VPN ou un proxy sur le chemin peut en être la cause&#x202f;; un administrateur de la sécurité peut le laisser passer avec le paramètre «&#x202f;isolation-passages&#x202f;».</translation>
    </message>
    <message>
        <source>The device is isolated only in part. What is not kept back: %1.</source>
        <translation>L’appareil n’est isolé qu’en partie. Ce qui n’est pas retenu&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Cuts the device off the network but for this service, and keeps it so until “release”; the session goes on.</source>
        <translation>Coupe l’appareil du réseau, sauf de ce service, et le maintient ainsi jusqu’à «&#x202f;release&#x202f;»&#x202f;; la session continue.</translation>
    </message>
    <message>
        <source>Lifts the isolation of the device.</source>
        <translation>Lève l’isolement de l’appareil.</translation>
    </message>
    <message>
        <source>Not offered here</source>
        <translation>Non proposées ici</translation>
    </message>
    <message>
        <source>“help &lt;command&gt;” explains one command.</source>
        <translation>«&#x202f;help &lt;commande&gt;&#x202f;» explique une commande.</translation>
    </message>
    <message>
        <source>-output json|table chooses the output, &gt; file writes it to a file, &amp; at the end runs a command in the background.</source>
        <translation>-output json|table choisit la sortie, &gt; fichier l’écrit dans un fichier, &amp; à la fin exécute la commande en arrière-plan.</translation>
    </message>
    <message>
        <source>Limits of this tenant</source>
        <translation>Limites de ce locataire</translation>
    </message>
    <message>
        <source>files up to %1</source>
        <translation>fichiers jusqu’à %1</translation>
    </message>
    <message>
        <source>PowerShell scripts only when they are signed by one of the tenant’s publishers</source>
        <translation>scripts PowerShell uniquement s’ils sont signés par un éditeur du locataire</translation>
    </message>
    <message>
        <source>no Python scripts</source>
        <translation>pas de scripts Python</translation>
    </message>
    <message>
        <source>not isolated</source>
        <extracomment>of a device: it is not isolated</extracomment>
        <translation>non isolé</translation>
    </message>
    <message>
        <source>isolated</source>
        <extracomment>of a device</extracomment>
        <translation>isolé</translation>
    </message>
    <message>
        <source>partly isolated</source>
        <extracomment>of a device</extracomment>
        <translation>isolé en partie</translation>
    </message>
    <message>
        <source>isolation not confirmed</source>
        <extracomment>of a device</extracomment>
        <translation>isolement non confirmé</translation>
    </message>
    <message>
        <source>nftables is not installed any more: nobody can look</source>
        <translation>nftables n’est plus installé&#x202f;: rien ne peut être vérifié</translation>
    </message>
    <message>
        <source>the rules for IP are not as they should be</source>
        <translation>les règles pour IP ne sont pas ce qu’elles devraient être</translation>
    </message>
    <message>
        <source>raw frames, and containers with an address of their own: the kernel cannot hold them back</source>
        <translation>les trames brutes et les conteneurs qui ont leur propre adresse&#x202f;: le noyau ne peut pas les retenir</translation>
    </message>
    <message>
        <source>the network interface %1</source>
        <translation>l’interface réseau %1</translation>
    </message>
    <message>
        <source>an IPv4 packet to a stranger was not refused</source>
        <translation>un paquet IPv4 vers un tiers n’a pas été refusé</translation>
    </message>
    <message>
        <source>an IPv6 packet to a stranger was not refused</source>
        <translation>un paquet IPv6 vers un tiers n’a pas été refusé</translation>
    </message>
    <message>
        <source>a raw frame on %1 was not refused</source>
        <translation>une trame brute sur %1 n’a pas été refusée</translation>
    </message>
    <message>
        <source>from the device&apos;s next start until the agent&apos;s: systemd does not run there</source>
        <translation>entre le prochain démarrage de l’appareil et celui de l’agent&#x202f;: systemd n’y fonctionne pas</translation>
    </message>
    <message>
        <source>from the device&apos;s next start until the agent&apos;s: %1</source>
        <translation>entre le prochain démarrage de l’appareil et celui de l’agent&#x202f;: %1</translation>
    </message>
    <message>
        <source>changes of the rules are seen only every 30 seconds</source>
        <translation>les changements des règles ne sont vus que toutes les 30 secondes</translation>
    </message>
    <message>
        <source>the service does not answer at %1</source>
        <translation>le service ne répond pas à %1</translation>
    </message>
    <message>
        <source>The device should be isolated and is not: its rules were taken away.</source>
        <translation>L’appareil devrait être isolé et ne l’est pas&#x202f;: ses règles ont été retirées.</translation>
    </message>
    <message>
        <source>The device is isolated: it reaches this service and nobody else. Type “release” to lift that.</source>
        <translation>L’appareil est isolé&#x202f;: il ne joint que ce service. Tapez «&#x202f;release&#x202f;» pour lever l’isolement.</translation>
    </message>
    <message>
        <source>The device is isolated only in part. Not held back: %1. Type “release” to lift that.</source>
        <extracomment>%1 what is not held back</extracomment>
        <translation>L’appareil n’est isolé qu’en partie. Ce qui n’est pas bloqué&#x202f;: %1. Tapez «&#x202f;release&#x202f;» pour lever l’isolement.</translation>
    </message>
    <message>
        <source>The device should be isolated, but that cannot be confirmed: %1.</source>
        <extracomment>%1 why</extracomment>
        <translation>L’appareil devrait être isolé, mais cela ne peut être confirmé&#x202f;: %1.</translation>
    </message>
    <message>
        <source>%1 · by %2 · %3</source>
        <extracomment>%1 “isolated”, %2 a user, %3 a date and time</extracomment>
        <translation>%1 · par %2 · %3</translation>
    </message>
    <message>
        <source>Not covered: %1</source>
        <extracomment>a list of what an isolated device is not kept from</extracomment>
        <translation>Non couvert&#x202f;: %1</translation>
    </message>
    <message>
        <source>There is no file “%1” in “%2” or below.</source>
        <translation>Il n’y a pas de fichier «&#x202f;%1&#x202f;» dans «&#x202f;%2&#x202f;» ni en dessous.</translation>
    </message>
    <message>
        <source>There is no file “%1” on the device&apos;s own disks.</source>
        <translation>Il n’y a pas de fichier «&#x202f;%1&#x202f;» sur les disques de l’appareil.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>«&#x202f;%1&#x202f;» est vide.</translation>
    </message>
    <message>
        <source>This folder is empty.</source>
        <translation>Ce dossier est vide.</translation>
    </message>
    <message>
        <source>No process is called “%1”.</source>
        <translation>Aucun processus ne s’appelle «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>The process %1 has no connections.</source>
        <translation>Le processus %1 n’a aucune connexion.</translation>
    </message>
    <message>
        <source>The device has no connections.</source>
        <translation>L’appareil n’a aucune connexion.</translation>
    </message>
    <message>
        <source>No service is called “%1”.</source>
        <translation>Aucun service ne s’appelle «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>The device has no services.</source>
        <translation>L’appareil n’a aucun service.</translation>
    </message>
    <message>
        <source>The device has no drivers that can be loaded.</source>
        <translation>L’appareil n’a aucun pilote à charger.</translation>
    </message>
    <message>
        <source>No scheduled task is called “%1”.</source>
        <translation>Aucune tâche planifiée ne s’appelle «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>The device has no scheduled tasks.</source>
        <translation>L’appareil n’a aucune tâche planifiée.</translation>
    </message>
    <message>
        <source>Nothing lies in the startup folders.</source>
        <translation>Les dossiers de démarrage sont vides.</translation>
    </message>
    <message>
        <source>Nothing was found that starts by itself.</source>
        <translation>Rien qui démarre de lui-même n’a été trouvé.</translation>
    </message>
    <message>
        <source>“%1” holds nothing.</source>
        <translation>«&#x202f;%1&#x202f;» ne contient rien.</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>La bibliothèque est vide.</translation>
    </message>
    <message>
        <source>Nothing was remediated on this device.</source>
        <translation>Rien n’a été corrigé sur cet appareil.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à restaurer.</translation>
    </message>
    <message>
        <source>No command of this session runs.</source>
        <translation>Aucune commande de cette session n’est en cours.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message>
        <source>it has no right to look into some processes, whose sockets are missing here</source>
        <translation>il n’a pas le droit d’examiner certains processus, dont les sockets manquent ici</translation>
    </message>
    <message>
        <source>it does not run here; its files were read</source>
        <translation>il ne s’exécute pas ici&#x202f;; ses fichiers ont été lus</translation>
    </message>
    <message>
        <source>it leads to a file of the kernel&apos;s</source>
        <translation>il mène à un fichier du noyau</translation>
    </message>
    <message>
        <source>another file has taken its place</source>
        <translation>un autre fichier a pris sa place</translation>
    </message>
    <message>
        <source>nothing there could be read</source>
        <translation>rien n’a pu y être lu</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>il a grandi pendant la lecture</translation>
    </message>
    <message>
        <source>it is no longer what -auto looked at</source>
        <translation>ce n’est plus ce que -auto a examiné</translation>
    </message>
    <message>
        <source>they could not be ended</source>
        <translation>ils n’ont pas pu être arrêtés</translation>
    </message>
    <message>
        <source>what watched over the script was ended from outside</source>
        <translation>ce qui surveillait le script a été arrêté de l’extérieur</translation>
    </message>
    <message>
        <source>this device is not enrolled</source>
        <translation>cet appareil n’est pas inscrit</translation>
    </message>
    <message>
        <source>it is no ELF file</source>
        <translation>ce n’est pas un fichier ELF</translation>
    </message>
    <message>
        <source>it lacks a section that it should have</source>
        <translation>il lui manque une section attendue</translation>
    </message>
    <message>
        <source>what the system says of it is malformed</source>
        <translation>ce que le système en dit est mal formé</translation>
    </message>
    <message>
        <source>this kernel loads no modules</source>
        <translation>ce noyau ne charge pas de modules</translation>
    </message>
    <message>
        <source>this is how it was at first</source>
        <translation>voici comment il était au début</translation>
    </message>
    <message>
        <source>it had begun before the agent was restarted</source>
        <translation>elle avait commencé avant le redémarrage de l’agent</translation>
    </message>
    <message>
        <source>nothing was touched</source>
        <translation>rien n’a été touché</translation>
    </message>
    <message>
        <source>it has no file</source>
        <translation>il n’a pas de fichier</translation>
    </message>
    <message>
        <source>not the number of an act</source>
        <translation>ce n’est pas le numéro d’une action</translation>
    </message>
    <message>
        <source>this agent has no way to remediate it</source>
        <translation>cet agent n’a aucun moyen de le corriger</translation>
    </message>
    <message>
        <source>nothing of it can be taken back</source>
        <translation>rien ne peut en être restauré</translation>
    </message>
    <message>
        <source>all of it belongs to a package</source>
        <translation>tout appartient à un paquet</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>rien n’a été modifié</translation>
    </message>
    <message>
        <source>they have been killed, and wait for hardware</source>
        <translation>ils ont été tués et attendent le matériel</translation>
    </message>
    <message>
        <source>they run on</source>
        <translation>ils continuent de s’exécuter</translation>
    </message>
    <message>
        <source>not a process ID</source>
        <translation>ce n’est pas un numéro de processus</translation>
    </message>
    <message>
        <source>it is a link; what it leads to is another file</source>
        <translation>c’est un lien&#x202f;; ce vers quoi il mène est un autre fichier</translation>
    </message>
    <message>
        <source>it belongs to the agent</source>
        <translation>il appartient à l’agent</translation>
    </message>
    <message>
        <source>it is still in quarantine</source>
        <translation>il est encore en quarantaine</translation>
    </message>
    <message>
        <source>the file has no such line</source>
        <translation>le fichier n’a pas cette ligne</translation>
    </message>
    <message>
        <source>it is not in a startup folder</source>
        <translation>il n’est pas dans un dossier de démarrage</translation>
    </message>
    <message>
        <source>the key of the quarantine is gone</source>
        <translation>la clé de la quarantaine a disparu</translation>
    </message>
    <message>
        <source>no random numbers</source>
        <translation>pas de nombres aléatoires</translation>
    </message>
    <message>
        <source>it is not in quarantine any more</source>
        <translation>il n’est plus en quarantaine</translation>
    </message>
    <message>
        <source>no path contains a NUL</source>
        <translation>aucun chemin ne contient de caractère NUL</translation>
    </message>
    <message>
        <source>a name, without folders; -path says where</source>
        <translation>un nom, sans dossiers&#x202f;; -path dit où chercher</translation>
    </message>
    <message>
        <source>the order came without its library file</source>
        <translation>l’ordre est arrivé sans son fichier de bibliothèque</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>la connexion a été refusée</translation>
    </message>
    <message>
        <source>the host was not found</source>
        <translation>l’hôte est introuvable</translation>
    </message>
    <message>
        <source>the network cannot be reached</source>
        <translation>le réseau est inaccessible</translation>
    </message>
    <message>
        <source>the other side closed the connection</source>
        <translation>l’autre côté a fermé la connexion</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>aucune réponse n’est arrivée à temps</translation>
    </message>
    <message>
        <source>no TLS handshake within 10 s</source>
        <translation>pas d’établissement TLS en 10 s</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>aucun fichier ou dossier de ce nom</translation>
    </message>
    <message>
        <source>no such process</source>
        <translation>aucun processus de ce numéro</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>opération non permise</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>trop de niveaux de liens symboliques</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>le fichier existe</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>plus d’espace sur l’appareil</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>erreur d’entrée-sortie</translation>
    </message>
    <message>
        <source>Whom isolated devices may still talk to besides this service.</source>
        <translation>Avec qui les appareils isolés peuvent encore communiquer, en plus de ce service.</translation>
    </message>
    <message>
        <source>ADDRESS[/BITS] tcp|udp PORT[-PORT], separated by commas</source>
        <extracomment>do not translate “tcp” and “udp”; an example is 10.1.0.0/16 udp 53</extracomment>
        <translation>ADRESSE[/BITS] tcp|udp PORT[-PORT], séparés par des virgules</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>a setting</extracomment>
        <translation>activé</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>The device was isolated already.</source>
        <translation>L’appareil était déjà isolé.</translation>
    </message>
    <message>
        <source>The device was not isolated.</source>
        <translation>L’appareil n’était pas isolé.</translation>
    </message>
    <message>
        <source>nftables is not installed</source>
        <translation>nftables n’est pas installé</translation>
    </message>
    <message>
        <source>the order to isolate is damaged</source>
        <translation>l’ordre d’isoler est endommagé</translation>
    </message>
    <message>
        <source>further types and IDs: all of it is one plan, and can be undone as a whole or one by one</source>
        <translation>d’autres types et ID&#x202f;: tout fait partie d’un même plan et peut être restauré en bloc ou un par un</translation>
    </message>
    <message>
        <source>what it was; “several” for all that was remediated by one plan</source>
        <translation>ce que c’était&#x202f;; «&#x202f;several&#x202f;» pour tout ce qui a été corrigé par un même plan</translation>
    </message>
    <message>
        <source>No antivirus looked: ClamAV does not run on this device. Install the package clamav-daemon (on Fedora clamd), and let it fetch its signatures.</source>
        <translation>Aucun antivirus n’a regardé&#x202f;: ClamAV ne fonctionne pas sur cet appareil. Installez le paquet clamav-daemon (sous Fedora, clamd) et laissez-le récupérer ses signatures.</translation>
    </message>
    <message>
        <source>No YARA rule was looked for: the library holds none. Upload a file with the extension .yar to have them looked for on every device.</source>
        <translation>Aucune règle YARA n’a été recherchée&#x202f;: la bibliothèque n’en contient pas. Téléversez un fichier d’extension .yar pour qu’elles soient recherchées sur chaque appareil.</translation>
    </message>
    <message>
        <source>The engine %1 failed: what it has not seen counts as not scanned.</source>
        <translation>Le moteur %1 a échoué&#x202f;: ce qu’il n’a pas vu compte comme non analysé.</translation>
    </message>
    <message>
        <source>“%1” was not wholly looked at.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été entièrement examiné.</translation>
    </message>
    <message>
        <source>“%1” does not say what it lists: call it ….bad.hashes for what is known to be bad, ….good.hashes for what is known to be good.</source>
        <translation>«&#x202f;%1&#x202f;» ne dit pas ce qu’il recense&#x202f;: nommez-le ….bad.hashes pour ce qui est connu comme malveillant, ….good.hashes pour ce qui est connu comme sain.</translation>
    </message>
    <message>
        <source>“%1” was not taken into the library: its line %2 is no YARA that compiles. Reason: %3</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été ajouté à la bibliothèque&#x202f;: sa ligne %2 n’est pas du YARA qui se compile. Raison&#x202f;: %3</translation>
    </message>
    <message>
        <source>“%1” is long, and a long list has to be sorted: line %2 comes too late. “LC_ALL=C sort -u” sorts it.</source>
        <translation>«&#x202f;%1&#x202f;» est une longue liste, qui doit être triée&#x202f;: la ligne %2 vient trop tard. «&#x202f;LC_ALL=C sort -u&#x202f;» la trie.</translation>
    </message>
    <message>
        <source>“%1” is long, and a long list has to keep to one letter case: line %2 changes it.</source>
        <translation>«&#x202f;%1&#x202f;» est une longue liste, qui doit s’en tenir aux majuscules ou aux minuscules&#x202f;: la ligne %2 en change.</translation>
    </message>
    <message>
        <source>“%1” is no list of hashes: line %2 does not begin with an MD5, SHA-1 or SHA-256 in hexadecimal digits.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas une liste de hachages&#x202f;: la ligne %2 ne commence pas par un MD5, SHA-1 ou SHA-256 en chiffres hexadécimaux.</translation>
    </message>
    <message>
        <source>malicious, suspicious, not-scanned, unknown or clean: on all of it in the row of the verdict, else what that finding alone says; empty for what is only worth knowing</source>
        <translation>malicious, suspicious, not-scanned, unknown ou clean&#x202f;: sur l’ensemble dans la ligne du verdict, sinon ce que cet élément seul indique&#x202f;; vide pour ce qui est seulement bon à savoir</translation>
    </message>
    <message>
        <source>what the row is: the verdict, a finding, or an engine that did not look at all of it</source>
        <translation>ce qu’est la ligne&#x202f;: le verdict, un élément trouvé, ou un moteur qui n’a pas tout examiné</translation>
    </message>
    <message>
        <source>who says so: clamav, yara, archive, known-bad, known-good, package, signature, heuristics</source>
        <translation>qui le dit&#x202f;: clamav, yara, archive, known-bad, known-good, package, signature, heuristics</translation>
    </message>
    <message>
        <source>the name of the rule, the signature or the observation; of an engine how far it came: partly, failed or missing</source>
        <translation>le nom de la règle, de la signature ou de l’observation&#x202f;; d’un moteur, jusqu’où il est allé&#x202f;: partly (en partie), failed (échoué) ou missing (absent)</translation>
    </message>
    <message>
        <source>what that rests on: the value that was seen, or why an engine did not look</source>
        <translation>sur quoi cela repose&#x202f;: la valeur observée, ou pourquoi un moteur n’a pas regardé</translation>
    </message>
    <message>
        <source>the file that this is about</source>
        <translation>le fichier concerné</translation>
    </message>
    <message>
        <source>the process that this is about</source>
        <translation>le processus concerné</translation>
    </message>
    <message>
        <source>what of it: the file; of a process its image, a file that it runs code from, or the process itself with its memory</source>
        <translation>quelle partie&#x202f;: le fichier&#x202f;; d’un processus, son image, un fichier dont il exécute du code, ou le processus lui-même avec sa mémoire</translation>
    </message>
    <message>
        <source>the length of the file’s content</source>
        <translation>la longueur du contenu du fichier</translation>
    </message>
    <message>
        <source>how sure the verdict is: low, medium or high</source>
        <translation>à quel point le verdict est sûr&#x202f;: low, medium ou high</translation>
    </message>
    <message>
        <source>who wrote the rule, by its own word</source>
        <translation>qui a écrit la règle, selon elle</translation>
    </message>
    <message>
        <source>under which licence the rule is given away, by its own word</source>
        <translation>sous quelle licence la règle est distribuée, selon elle</translation>
    </message>
    <message>
        <source>the library’s file that the rule or the hash is in</source>
        <translation>le fichier de la bibliothèque qui contient la règle ou le hachage</translation>
    </message>
    <message>
        <source>more of it: a rule’s description and score; of a verdict how much was looked at, and with what</source>
        <translation>plus de détails&#x202f;: la description et le score d’une règle&#x202f;; d’un verdict, combien a été examiné, et avec quoi</translation>
    </message>
    <message>
        <source>its hash is in a list of what is known to be bad</source>
        <translation>son hachage figure dans une liste de ce qui est connu comme malveillant</translation>
    </message>
    <message>
        <source>its hash is in a list of what is known to be good</source>
        <translation>son hachage figure dans une liste de ce qui est connu comme sain</translation>
    </message>
    <message>
        <source>it is as its package brought it, as far as the device’s record says</source>
        <translation>il est tel que son paquet l’a apporté, d’après ce qu’enregistre l’appareil</translation>
    </message>
    <message>
        <source>it belongs to a package, which keeps no checksum of it</source>
        <translation>il appartient à un paquet, qui n’en garde pas de somme de contrôle</translation>
    </message>
    <message>
        <source>it is not as its package brought it</source>
        <translation>il n’est plus tel que son paquet l’a apporté</translation>
    </message>
    <message>
        <source>it is signed by somebody who is trusted</source>
        <translation>il est signé par quelqu’un de confiance</translation>
    </message>
    <message>
        <source>it was changed after it was signed</source>
        <translation>il a été modifié après sa signature</translation>
    </message>
    <message>
        <source>something was added behind its signature</source>
        <translation>quelque chose a été ajouté après sa signature</translation>
    </message>
    <message>
        <source>a program whose name hides it from listings</source>
        <translation>un programme que son nom cache des listes</translation>
    </message>
    <message>
        <source>it is called like a program of the system and lies elsewhere</source>
        <translation>il porte le nom d’un programme du système et se trouve ailleurs</translation>
    </message>
    <message>
        <source>it shows itself as a thread of the kernel, and runs a program</source>
        <translation>il se présente comme un fil du noyau, et exécute un programme</translation>
    </message>
    <message>
        <source>its name has characters that cannot be seen</source>
        <translation>son nom contient des caractères invisibles</translation>
    </message>
    <message>
        <source>its code is packed, and unpacks itself when it runs</source>
        <translation>son code est compressé, et se décompresse à l’exécution</translation>
    </message>
    <message>
        <source>its code looks random, as if it were encrypted</source>
        <translation>son code semble aléatoire, comme s’il était chiffré</translation>
    </message>
    <message>
        <source>it runs with its owner’s rights, and came with no package</source>
        <translation>il s’exécute avec les droits de son propriétaire, et ne vient d’aucun paquet</translation>
    </message>
    <message>
        <source>it has rights of its own, and came with no package</source>
        <translation>il a des droits propres, et ne vient d’aucun paquet</translation>
    </message>
    <message>
        <source>a library that is loaded into programs that do not ask for it</source>
        <translation>une bibliothèque chargée dans des programmes qui ne la demandent pas</translation>
    </message>
    <message>
        <source>its times do not fit together</source>
        <translation>ses dates ne concordent pas</translation>
    </message>
    <message>
        <source>its program exists in memory only</source>
        <translation>son programme n’existe qu’en mémoire</translation>
    </message>
    <message>
        <source>its program was deleted while it ran</source>
        <translation>son programme a été supprimé pendant son exécution</translation>
    </message>
    <message>
        <source>another file has taken the place of its program</source>
        <translation>un autre fichier a pris la place de son programme</translation>
    </message>
    <message>
        <source>it works in a hidden directory where everybody may put files</source>
        <translation>il travaille dans un répertoire caché, là où tout le monde peut déposer des fichiers</translation>
    </message>
    <message>
        <source>a shell that reads from a connection and answers there</source>
        <translation>un shell qui lit depuis une connexion et y répond</translation>
    </message>
    <message>
        <source>a shell that was started by a program which answers strangers</source>
        <translation>un shell lancé par un programme qui répond à des inconnus</translation>
    </message>
    <message>
        <source>it runs code from memory that it can change while it runs</source>
        <translation>il exécute du code depuis une mémoire qu’il peut modifier en même temps</translation>
    </message>
    <message>
        <source>it runs code from memory that no file is behind</source>
        <translation>il exécute du code depuis une mémoire qui ne vient d’aucun fichier</translation>
    </message>
    <message>
        <source>it runs code from a file that exists in memory only</source>
        <translation>il exécute du code d’un fichier qui n’existe qu’en mémoire</translation>
    </message>
    <message>
        <source>it runs code from a file that was deleted</source>
        <translation>il exécute du code d’un fichier supprimé</translation>
    </message>
    <message>
        <source>it may do much more than its user</source>
        <translation>il peut faire bien plus que son utilisateur</translation>
    </message>
    <message>
        <source>clean</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>sain</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>not scanned</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>non analysé</translation>
    </message>
    <message>
        <source>suspicious</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>suspect</translation>
    </message>
    <message>
        <source>malicious</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>malveillant</translation>
    </message>
    <message>
        <source>archive</source>
        <extracomment>an engine: what looks into archives</extracomment>
        <translation>archive</translation>
    </message>
    <message>
        <source>list of the known bad</source>
        <translation>liste des éléments malveillants connus</translation>
    </message>
    <message>
        <source>list of the known good</source>
        <translation>liste des éléments sains connus</translation>
    </message>
    <message>
        <source>package database</source>
        <translation>base des paquets</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>signature</translation>
    </message>
    <message>
        <source>observation</source>
        <extracomment>an engine: what is odd about a file or process</extracomment>
        <translation>observation</translation>
    </message>
    <message>
        <source>high confidence</source>
        <extracomment>how sure a verdict is</extracomment>
        <translation>confiance élevée</translation>
    </message>
    <message>
        <source>medium confidence</source>
        <extracomment>how sure a verdict is</extracomment>
        <translation>confiance moyenne</translation>
    </message>
    <message>
        <source>low confidence</source>
        <extracomment>how sure a verdict is</extracomment>
        <translation>confiance faible</translation>
    </message>
    <message>
        <source>Verdict: malicious, %1. It rests on: %2.</source>
        <translation>Verdict&#x202f;: malveillant, %1. Il repose sur&#x202f;: %2.</translation>
    </message>
    <message>
        <source>Verdict: suspicious, %1. It rests on: %2.</source>
        <translation>Verdict&#x202f;: suspect, %1. Il repose sur&#x202f;: %2.</translation>
    </message>
    <message>
        <source>Verdict: clean, %1. It rests on: %2.</source>
        <translation>Verdict&#x202f;: sain, %1. Il repose sur&#x202f;: %2.</translation>
    </message>
    <message>
        <source>Verdict: unknown. Nothing was found, and no engine that looked can vouch for it.</source>
        <translation>Verdict&#x202f;: inconnu. Rien n’a été trouvé, et aucun moteur qui a regardé ne peut s’en porter garant.</translation>
    </message>
    <message>
        <source>Verdict: not scanned. There was nothing to look with.</source>
        <translation>Verdict&#x202f;: non analysé. Il n’y avait rien pour l’examiner.</translation>
    </message>
    <message>
        <source>Verdict: not scanned, as a whole. %1: %2.</source>
        <translation>Verdict&#x202f;: non analysé, dans son ensemble. %1&#x202f;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) scanned, %1: %2 malicious, %3 suspicious, %4 not scanned, %5 unknown, %6 clean.</source>
        <extracomment>%1 a size, %2 to %6 are numbers of files</extracomment>
        <translation>
            <numerusform>%Ln fichier analysé, %1&#x202f;: %2 malveillant(s), %3 suspect(s), %4 non analysé(s), %5 inconnu(s), %6 sain(s).</numerusform>
            <numerusform>%Ln fichiers analysés, %1&#x202f;: %2 malveillants, %3 suspects, %4 non analysés, %5 inconnus, %6 sains.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 an engine, %2 what it found, %3 the value that was seen</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>finding</comment>
        <translation>%1&#x202f;: %2 (%3)</translation>
    </message>
    <message>
        <source>rule file %1</source>
        <translation>fichier de règles %1</translation>
    </message>
    <message>
        <source>its author is not named</source>
        <translation>auteur non indiqué</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>author</comment>
        <translation>par %1</translation>
    </message>
    <message>
        <source>its licence is not named</source>
        <translation>licence non indiquée</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>licence %1</translation>
    </message>
    <message>
        <source>Open: %1 did not look at all of it: %2.</source>
        <extracomment>what an engine did not see: %1 an engine, %2 why</extracomment>
        <translation>En suspens&#x202f;: %1 n’a pas tout examiné&#x202f;: %2.</translation>
    </message>
    <message>
        <source>Judges a file or a process: each engine says what it found and what that rests on, and the verdict follows from it.</source>
        <translation>Juge un fichier ou un processus&#x202f;: chaque moteur dit ce qu’il a trouvé et sur quoi cela repose, et le verdict en découle.</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>ce que c’est</translation>
    </message>
    <message>
        <source>which one: the path of a file, or the ID of a process</source>
        <translation>lequel&#x202f;: le chemin d’un fichier ou l’ID d’un processus</translation>
    </message>
    <message>
        <source>the file or the directory to scan; without it, the programs that run, what starts by itself, and the directories of temporary and downloaded files</source>
        <translation>le fichier ou le répertoire à analyser&#x202f;; sans lui, les programmes en cours, ce qui démarre tout seul, et les répertoires de fichiers temporaires et téléchargés</translation>
    </message>
    <message>
        <source>Nobody has judged it.</source>
        <translation>Personne ne l’a jugé.</translation>
    </message>
    <message>
        <source>No file was scanned.</source>
        <translation>Aucun fichier n’a été analysé.</translation>
    </message>
    <message>
        <source>the engine does not answer any more</source>
        <translation>le moteur ne répond plus</translation>
    </message>
    <message>
        <source>the engine took too long</source>
        <translation>le moteur a mis trop de temps</translation>
    </message>
    <message>
        <source>it is larger than the engine looks into</source>
        <translation>il dépasse la taille que le moteur examine</translation>
    </message>
    <message>
        <source>it is encrypted, and nobody can look into it</source>
        <translation>il est chiffré, et personne ne peut l’examiner</translation>
    </message>
    <message>
        <source>a part of its memory is in swap</source>
        <translation>une partie de sa mémoire est dans l’espace d’échange</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>le processus s’est terminé</translation>
    </message>
    <message>
        <source>there is no engine that could look</source>
        <translation>aucun moteur ne peut l’examiner</translation>
    </message>
    <message>
        <source>there are more than can be told</source>
        <translation>il y en a plus qu’il n’est possible d’en montrer</translation>
    </message>
    <message>
        <source>it is an archive that could not be opened</source>
        <translation>c’est une archive qui n’a pas pu être ouverte</translation>
    </message>
    <message>
        <source>“%1” was not touched: what would have to be done is not what was approved any more. Look at the new plan before you decide.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été touché&#x202f;: ce qu’il faudrait faire n’est plus ce qui a été approuvé. Regardez le nouveau plan avant de décider.</translation>
    </message>
    <message>
        <source>file</source>
        <extracomment>what an act is about</extracomment>
        <translation>fichier</translation>
    </message>
    <message>
        <source>process</source>
        <extracomment>what an act is about</extracomment>
        <translation>processus</translation>
    </message>
    <message>
        <source>service</source>
        <extracomment>what an act is about</extracomment>
        <translation>service</translation>
    </message>
    <message>
        <source>scheduled task</source>
        <extracomment>what an act is about</extracomment>
        <translation>tâche planifiée</translation>
    </message>
    <message>
        <source>startup item</source>
        <extracomment>what an act is about: a program that starts when a user signs in</extracomment>
        <translation>élément de démarrage</translation>
    </message>
    <message>
        <source>persistence entry</source>
        <extracomment>what an act is about: something that starts by itself</extracomment>
        <translation>entrée de persistance</translation>
    </message>
    <message>
        <source>network</source>
        <extracomment>what an act is about</extracomment>
        <translation>réseau</translation>
    </message>
    <message>
        <source>several things</source>
        <extracomment>what an act is about, when it is more than one thing</extracomment>
        <translation>plusieurs choses</translation>
    </message>
    <message>
        <source>remediation</source>
        <extracomment>what was done to a device: something found was stopped or removed</extracomment>
        <translation>correction</translation>
    </message>
    <message>
        <source>undo</source>
        <extracomment>what was done to a device: a remediation was taken back</extracomment>
        <translation>restauration</translation>
    </message>
    <message>
        <source>isolation</source>
        <extracomment>what was done to a device: it was cut off the network</extracomment>
        <translation>isolement</translation>
    </message>
    <message>
        <source>release</source>
        <extracomment>what was done to a device: its isolation was lifted</extracomment>
        <translation>levée de l’isolement</translation>
    </message>
    <message>
        <source>Isolate this device?</source>
        <translation>Isoler cet appareil&#x202f;?</translation>
    </message>
    <message>
        <source>Lift the isolation of this device?</source>
        <translation>Lever l’isolement de cet appareil&#x202f;?</translation>
    </message>
    <message>
        <source>Restore this file?</source>
        <translation>Restaurer ce fichier&#x202f;?</translation>
    </message>
    <message>
        <source>Remediate this file?</source>
        <translation>Corriger ce fichier&#x202f;?</translation>
    </message>
    <message>
        <source>Undo the remediation of this process?</source>
        <translation>Restaurer ce que la correction de ce processus a changé&#x202f;?</translation>
    </message>
    <message>
        <source>Remediate this process?</source>
        <translation>Corriger ce processus&#x202f;?</translation>
    </message>
    <message>
        <source>Restore this service?</source>
        <translation>Restaurer ce service&#x202f;?</translation>
    </message>
    <message>
        <source>Remediate this service?</source>
        <translation>Corriger ce service&#x202f;?</translation>
    </message>
    <message>
        <source>Restore this scheduled task?</source>
        <translation>Restaurer cette tâche planifiée&#x202f;?</translation>
    </message>
    <message>
        <source>Remediate this scheduled task?</source>
        <translation>Corriger cette tâche planifiée&#x202f;?</translation>
    </message>
    <message>
        <source>Restore this startup item?</source>
        <translation>Restaurer cet élément de démarrage&#x202f;?</translation>
    </message>
    <message>
        <source>Remediate this startup item?</source>
        <translation>Corriger cet élément de démarrage&#x202f;?</translation>
    </message>
    <message>
        <source>Restore this persistence entry?</source>
        <translation>Restaurer cette entrée de persistance&#x202f;?</translation>
    </message>
    <message>
        <source>Remediate this persistence entry?</source>
        <translation>Corriger cette entrée de persistance&#x202f;?</translation>
    </message>
    <message>
        <source>Restore these things?</source>
        <translation>Restaurer ces éléments&#x202f;?</translation>
    </message>
    <message>
        <source>Remediate these things?</source>
        <translation>Corriger ces éléments&#x202f;?</translation>
    </message>
    <message>
        <source>Do this on the device?</source>
        <translation>Faire cela sur l’appareil&#x202f;?</translation>
    </message>
    <message>
        <source>Move the file into the quarantine</source>
        <translation>Mettre le fichier en quarantaine</translation>
    </message>
    <message>
        <source>Put the file back</source>
        <translation>Remettre le fichier en place</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Retirer la ligne</translation>
    </message>
    <message>
        <source>Put the line back</source>
        <translation>Remettre la ligne en place</translation>
    </message>
    <message>
        <source>Stop the processes</source>
        <translation>Arrêter les processus</translation>
    </message>
    <message>
        <source>End the processes</source>
        <translation>Terminer les processus</translation>
    </message>
    <message>
        <source>Look twice in 10 seconds whether it comes back</source>
        <translation>Vérifier deux fois en 10 secondes si cela revient</translation>
    </message>
    <message>
        <source>Stop the unit</source>
        <translation>Arrêter l’unité</translation>
    </message>
    <message>
        <source>Start the unit</source>
        <translation>Démarrer l’unité</translation>
    </message>
    <message>
        <source>Mask the unit, so that nothing can start it</source>
        <translation>Masquer l’unité, pour que rien ne puisse la démarrer</translation>
    </message>
    <message>
        <source>Unmask the unit</source>
        <translation>Démasquer l’unité</translation>
    </message>
    <message>
        <source>Have systemd read its units again</source>
        <translation>Faire relire ses unités à systemd</translation>
    </message>
    <message>
        <source>Cut the device off the network but for this service</source>
        <translation>Couper l’appareil du réseau, sauf de ce service</translation>
    </message>
    <message>
        <source>Let the device onto the network again</source>
        <translation>Laisser l’appareil revenir sur le réseau</translation>
    </message>
    <message>
        <source>planned</source>
        <extracomment>of a step of a plan
----------
of an act</extracomment>
        <translation>prévu</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>of a step of a plan
----------
of an act</extracomment>
        <translation>fait</translation>
    </message>
    <message>
        <source>was so already</source>
        <extracomment>of a step of a plan: nobody had to do anything</extracomment>
        <translation>l’était déjà</translation>
    </message>
    <message>
        <source>refused, nothing touched</source>
        <extracomment>of a step of a plan: what is there is not what was planned for, and nothing was touched</extracomment>
        <translation>refusé, rien n’a été touché</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <extracomment>of a step of a plan: it was done, but nobody can see that it took
----------
of an act: it was done, but nobody can see that it took</extracomment>
        <translation>non confirmé</translation>
    </message>
    <message>
        <source>not reached</source>
        <extracomment>of a step of a plan: one before it was not done</extracomment>
        <translation>non atteint</translation>
    </message>
    <message>
        <source>put back</source>
        <extracomment>of a file or line that was taken away</extracomment>
        <translation>remis en place</translation>
    </message>
    <message>
        <source>not back after 10 s</source>
        <extracomment>of what was ended: nothing of it was seen again</extracomment>
        <translation>pas revenu après 10&#x202f;s</translation>
    </message>
    <message>
        <source>it is back</source>
        <extracomment>of what was ended: something brought it back</extracomment>
        <translation>c’est revenu</translation>
    </message>
    <message>
        <source>under way</source>
        <extracomment>of an act: what came of it is not known yet</extracomment>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done in part</source>
        <extracomment>of an act: not all of its steps were done</extracomment>
        <translation>fait en partie</translation>
    </message>
    <message>
        <source>nothing touched</source>
        <extracomment>of an act: none of its steps was done</extracomment>
        <translation>rien n’a été touché</translation>
    </message>
    <message>
        <source>undone</source>
        <extracomment>of an act that another one took back</extracomment>
        <translation>restauré</translation>
    </message>
    <message>
        <source>undone in part</source>
        <extracomment>of an act that another one took back in part</extracomment>
        <translation>restauré en partie</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names: &quot;a, b, c&quot;</extracomment>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>its inode number</source>
        <extracomment>of a file, in a list of what cannot be restored</extracomment>
        <translation>son numéro d’inode</translation>
    </message>
    <message>
        <source>when it was created</source>
        <extracomment>of a file, in a list of what cannot be restored</extracomment>
        <translation>sa date de création</translation>
    </message>
    <message>
        <source>when its attributes were changed last</source>
        <extracomment>of a file, in a list of what cannot be restored: its ctime</extracomment>
        <translation>la date du dernier changement de ses attributs</translation>
    </message>
    <message>
        <source>The service “%2” may start it again: %1.</source>
        <extracomment>%1 process ids, %2 a service</extracomment>
        <translation>Le service «&#x202f;%2&#x202f;» peut le relancer&#x202f;: %1.</translation>
    </message>
    <message>
        <source>systemd starts it again when it ends (Restart=%2): %1.</source>
        <extracomment>%1 units, %2 a word of systemd</extracomment>
        <translation>systemd le relance quand il se termine (Restart=%2)&#x202f;: %1.</translation>
    </message>
    <message>
        <source>The same program goes on in other processes, which may start it again (%1): %2. With -tree they are ended, too.</source>
        <extracomment>%1 process ids, %2 processes</extracomment>
        <translation>Le même programme continue dans d’autres processus, qui peuvent le relancer (%1)&#x202f;: %2. Avec -tree, ils sont terminés aussi.</translation>
    </message>
    <message>
        <source>It may be started again (%1) by: %2.</source>
        <extracomment>%1 a unit, %2 units</extracomment>
        <translation>Cela peut être relancé (%1) par&#x202f;: %2.</translation>
    </message>
    <message>
        <source>An undo does not bring the processes back: what they had in memory is gone.</source>
        <translation>Une restauration ne ramène pas les processus&#x202f;: ce qu’ils avaient en mémoire est perdu.</translation>
    </message>
    <message>
        <source>This program stays where it is, because its file cannot be kept: %1.</source>
        <extracomment>%1 paths</extracomment>
        <translation>Ce programme reste où il est, car son fichier ne peut être conservé&#x202f;: %1.</translation>
    </message>
    <message>
        <source>This stays where it is (%2): %1.</source>
        <extracomment>%1 paths, %2 why</extracomment>
        <translation>Ceci reste où il est (%2)&#x202f;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The file has other names, which stay: %1 (%n name(s) in all).</source>
        <extracomment>a file&apos;s hard links</extracomment>
        <translation>
            <numerusform>Le fichier a d’autres noms, qui restent&#x202f;: %1 (%n nom en tout).</numerusform>
            <numerusform>Le fichier a d’autres noms, qui restent&#x202f;: %1 (%n noms en tout).</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has other names, which stay: %1.</source>
        <extracomment>a file&apos;s hard links</extracomment>
        <translation>Le fichier a d’autres noms, qui restent&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Open in a process, which keeps what it has of it: %1 in %2.</source>
        <extracomment>%1 paths, %2 processes</extracomment>
        <translation>Ouvert dans un processus, qui garde ce qu’il en a&#x202f;: %1 dans %2.</translation>
    </message>
    <message>
        <source>An undo cannot restore %2 of: %1.</source>
        <extracomment>%1 paths, %2 facts</extracomment>
        <translation>Une restauration ne peut rétablir %2 de&#x202f;: %1.</translation>
    </message>
    <message>
        <source>This belongs to the system and stays, because others need it: %1.</source>
        <translation>Ceci appartient au système et reste, car d’autres en ont besoin&#x202f;: %1.</translation>
    </message>
    <message>
        <source>This came with the package “%2” and stays, because others need it: %1.</source>
        <extracomment>%1 paths, %2 a software package</extracomment>
        <translation>Ceci vient du paquet «&#x202f;%2&#x202f;» et reste, car d’autres en ont besoin&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Units that have to do with %1: %2.</source>
        <extracomment>%1 a unit or program, %2 units</extracomment>
        <translation>Unités qui ont à voir avec %1&#x202f;: %2.</translation>
    </message>
    <message>
        <source>Runs in the container “%2”, whose runtime may start it again: %1.</source>
        <extracomment>%1 process ids, %2 a container</extracomment>
        <translation>S’exécute dans le conteneur «&#x202f;%2&#x202f;», dont l’environnement peut le relancer&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Something else is in this place now: %1.</source>
        <translation>Autre chose est maintenant à cette place&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Still reachable: %1.</source>
        <extracomment>%1 addresses</extracomment>
        <translation>Reste joignable&#x202f;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>A plan of %n step(s). Nothing was done.</source>
        <translation>
            <numerusform>Un plan de %n étape. Rien n’a été fait.</numerusform>
            <numerusform>Un plan de %n étapes. Rien n’a été fait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n step(s) done.</source>
        <translation>
            <numerusform>Restauré&#x202f;: %n étape faite.</numerusform>
            <numerusform>Restauré&#x202f;: %n étapes faites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n step(s).</source>
        <translation>
            <numerusform>Fait&#x202f;: %n étape.</numerusform>
            <numerusform>Fait&#x202f;: %n étapes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 steps done.</source>
        <extracomment>%1 is the number of all steps</extracomment>
        <translation>
            <numerusform>%n étape sur %1 faite.</numerusform>
            <numerusform>%n étapes sur %1 faites.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) failed.</source>
        <translation>
            <numerusform>%n étape a échoué.</numerusform>
            <numerusform>%n étapes ont échoué.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) refused.</source>
        <translation>
            <numerusform>%n étape refusée.</numerusform>
            <numerusform>%n étapes refusées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not confirmed.</source>
        <translation>
            <numerusform>%n étape non confirmée.</numerusform>
            <numerusform>%n étapes non confirmées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not reached.</source>
        <translation>
            <numerusform>%n étape non atteinte.</numerusform>
            <numerusform>%n étapes non atteintes.</numerusform>
        </translation>
    </message>
    <message>
        <source>the plan that was looked at, by its hash: with any other plan nothing is done</source>
        <translation>le plan qui a été regardé, par son hachage&#x202f;: avec tout autre plan, rien n’est fait</translation>
    </message>
    <message>
        <source>what “remediate persistence” calls it: the file, or the one line of it that says this</source>
        <translation>le nom qu’attend «&#x202f;remediate persistence&#x202f;»&#x202f;: le fichier, ou la ligne du fichier qui le dit</translation>
    </message>
    <message>
        <source>The connection to the service was lost before its answer came. See whether it was done before you try again.</source>
        <translation>La connexion au service a été perdue avant sa réponse. Vérifiez si c’est fait avant de réessayer.</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>L’autre côté n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The device has not answered within %1: it may be busy, hung or out of reach. Nothing was changed.</source>
        <translation>L’appareil n’a pas répondu en %1&#x202f;: il est peut-être occupé, bloqué ou injoignable. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>step</comment>
        <extracomment>a step of an act: %1 what it does, %2 to what, %3 what came of it</extracomment>
        <translation>%1&#x202f;: %2 (%3)</translation>
    </message>
    <message>
        <source>done, and kept no longer</source>
        <extracomment>of an act: what an undo would need is kept no longer</extracomment>
        <translation>fait, plus conservé</translation>
    </message>
    <message>
        <source>No definitions of artefacts came from the service, so no files are in the package: %1</source>
        <translation>Aucune définition d’artefacts n’est venue du service&#x202f;: le package ne contient donc aucun fichier. Raison&#x202f;: %1</translation>
    </message>
    <message>
        <source>“%1” was not taken into the library: its line %2 is no definition of artefacts. Reason: %3</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été ajouté à la bibliothèque&#x202f;: sa ligne %2 n’est pas une définition d’artefacts. Raison&#x202f;: %3</translation>
    </message>
    <message>
        <source>the part of the package: results of Sonde’s own commands, live_response, bodyfile, files, and the package itself</source>
        <translation>la partie du package&#x202f;: les résultats des commandes de Sonde (results), live_response, bodyfile, files, et le package lui-même</translation>
    </message>
    <message>
        <source>what was collected: a command, or a definition of artefacts by its name</source>
        <translation>ce qui a été collecté&#x202f;: une commande, ou une définition d’artefacts par son nom</translation>
    </message>
    <message>
        <source>complete; partial, when something of it failed; failed; skipped, when the size or the time was used up</source>
        <translation>complete&#x202f;; partial, si une partie a échoué&#x202f;; failed&#x202f;; skipped, si la taille ou la durée était épuisée</translation>
    </message>
    <message>
        <source>how many files of the package it became</source>
        <translation>combien de fichiers du package il en est résulté</translation>
    </message>
    <message>
        <source>the length of their content; of the package what was downloaded, compressed</source>
        <translation>la longueur de leur contenu&#x202f;; pour le package, ce qui a été téléchargé, compressé</translation>
    </message>
    <message>
        <source>how long it took</source>
        <translation>le temps que cela a pris</translation>
    </message>
    <message>
        <source>how many things went wrong; each stands in errors.jsonl of the package, with its reason</source>
        <translation>combien de choses ont échoué&#x202f;; chacune figure dans errors.jsonl du package, avec sa raison</translation>
    </message>
    <message>
        <source>where in the package it lies</source>
        <translation>où cela se trouve dans le package</translation>
    </message>
    <message>
        <source>SHA-256 of the package, the same on the device, in the service and on your machine</source>
        <translation>SHA-256 du package, le même sur l’appareil, dans le service et sur votre ordinateur</translation>
    </message>
    <message>
        <source>of the package: profile, limits, which definitions it was made by; else the first things that went wrong</source>
        <translation>pour le package&#x202f;: le profil, les limites, les définitions utilisées&#x202f;; sinon les premières choses qui ont échoué</translation>
    </message>
    <message>
        <source>Collects a forensic package and downloads it while it is made: what runs now, what starts by itself, the files that are worth keeping, and a time line of all of it.</source>
        <translation>Collecte un package d’investigation et le télécharge pendant sa création&#x202f;: ce qui s’exécute, ce qui démarre tout seul, les fichiers dignes d’être conservés et une chronologie de l’ensemble.</translation>
    </message>
    <message>
        <source>where the package is put on your computer: a folder in that of the downloads, or a whole path; it is made when it is not there</source>
        <translation>où le package est rangé sur votre ordinateur&#x202f;: un dossier dans celui des téléchargements, ou un chemin complet&#x202f;; il est créé s’il n’existe pas</translation>
    </message>
    <message>
        <source>“triage” (the default) takes what an investigation begins with, “full” everything that the definitions name</source>
        <translation>«&#x202f;triage&#x202f;» (par défaut) prend ce par quoi commence une investigation, «&#x202f;full&#x202f;» tout ce que nomment les définitions</translation>
    </message>
    <message>
        <source>only files that were changed since then: a day as 2026-11-01, a time as 2026-11-01T10:00, or a span back from now as 12h, 7d</source>
        <translation>uniquement les fichiers modifiés depuis&#x202f;: un jour comme 2026-11-01, une heure comme 2026-11-01T10:00, ou une durée avant maintenant comme 12h, 7d</translation>
    </message>
    <message>
        <source>how large the package may become, as 500M or 2G; without it 512M, and as large as the limit of “getfile” with “full”</source>
        <translation>la taille maximale du package, comme 500M ou 2G&#x202f;; sans elle 512M, et avec «&#x202f;full&#x202f;» la limite de «&#x202f;getfile&#x202f;»</translation>
    </message>
    <message>
        <source>how long it may take, as 90s or 10m, at most 3h; without it 10m, and 1h with “full”</source>
        <translation>la durée maximale, comme 90s ou 10m, au plus 3h&#x202f;; sans elle 10m, et 1h avec «&#x202f;full&#x202f;»</translation>
    </message>
    <message>
        <source>a package up to %1, unless the tenant has set another limit</source>
        <translation>un package jusqu’à %1, sauf si le locataire a fixé une autre limite</translation>
    </message>
    <message>
        <source>Nothing was collected.</source>
        <translation>Rien n’a été collecté.</translation>
    </message>
    <message>
        <source>what was sent of it is not kept on the device</source>
        <translation>ce qui en a été envoyé n’est pas conservé sur l’appareil</translation>
    </message>
    <message>
        <source>it became shorter while it was read; zeros take the place of the rest</source>
        <translation>il a raccourci pendant la lecture&#x202f;; des zéros remplacent le reste</translation>
    </message>
    <message>
        <source>a link leads there, and only links of root are followed</source>
        <translation>un lien y mène, et seuls les liens de root sont suivis</translation>
    </message>
    <message>
        <source>The service has the content of “%1” no more. Upload it to the library again.</source>
        <translation>Le service n’a plus le contenu de «&#x202f;%1&#x202f;». Téléversez-le à nouveau dans la bibliothèque.</translation>
    </message>
    <message>
        <source>“%1” was deleted from the library meanwhile.</source>
        <translation>«&#x202f;%1&#x202f;» a été supprimé de la bibliothèque entre-temps.</translation>
    </message>
    <message>
        <source>The service has not all of the output of the command %1.</source>
        <translation>Le service n’a pas toute la sortie de la commande %1.</translation>
    </message>
    <message>
        <source>The library has no version %2 of “%1”.</source>
        <translation>La bibliothèque n’a pas de version %2 de «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>The connection was cut while a file was on its way.</source>
        <translation>La connexion a été coupée pendant le transfert d’un fichier.</translation>
    </message>
    <message>
        <source>“%1” was not stored, because the same content was deleted at this moment. Upload it again.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été enregistré, car le même contenu venait d’être supprimé. Téléversez-le à nouveau.</translation>
    </message>
    <message>
        <source>%1 Reason: %2</source>
        <comment>as it was said</comment>
        <extracomment>%2 in the words of a system or a program, which are English</extracomment>
        <translation>%1 Raison, dans les termes d’origine&#x202f;: «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>c’est trop court</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>c’est trop long</translation>
    </message>
    <message>
        <source>the sign-in has ended</source>
        <translation>la connexion a expiré</translation>
    </message>
    <message>
        <source>this is no name</source>
        <translation>ce n’est pas un nom</translation>
    </message>
    <message>
        <source>the ticket was used before, or is too old</source>
        <translation>le ticket a déjà servi, ou est trop ancien</translation>
    </message>
    <message>
        <source>the transfer was given up</source>
        <translation>le transfert a été abandonné</translation>
    </message>
    <message>
        <source>the service has its content no more</source>
        <translation>le service n’en a plus le contenu</translation>
    </message>
    <message>
        <source>it was deleted meanwhile</source>
        <translation>il a été supprimé entre-temps</translation>
    </message>
    <message>
        <source>it has another size than was said</source>
        <translation>sa taille n’est pas celle qui était annoncée</translation>
    </message>
    <message>
        <source>too many commands run in this session</source>
        <translation>trop de commandes s’exécutent dans cette session</translation>
    </message>
    <message>
        <source>the connection was cut</source>
        <translation>la connexion a été coupée</translation>
    </message>
    <message>
        <source>there was no TLS handshake</source>
        <translation>il n’y a pas eu de négociation TLS</translation>
    </message>
    <message>
        <source>the reply lacks what it should hold</source>
        <translation>la réponse ne contient pas ce qu’elle devrait</translation>
    </message>
    <message>
        <source>the system’s OpenSSL refuses the cipher</source>
        <translation>OpenSSL du système refuse ce chiffrement</translation>
    </message>
    <message>
        <source>a piece of it was cut short</source>
        <translation>un morceau en est tronqué</translation>
    </message>
    <message>
        <source>its manifest is no JSON</source>
        <translation>son manifeste n’est pas du JSON</translation>
    </message>
    <message>
        <source>its output is made here and not written to files</source>
        <translation>sa sortie est produite ici et n’est pas écrite dans des fichiers</translation>
    </message>
    <message>
        <source>it leads out of the download folder</source>
        <translation>il mène hors du dossier de téléchargement</translation>
    </message>
    <message>
        <source>the service has not all of the output</source>
        <translation>le service n’a pas toute la sortie</translation>
    </message>
    <message>
        <source>the answer holds no plan</source>
        <translation>la réponse ne contient pas de plan</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>ce paramètre n’existe pas</translation>
    </message>
    <message>
        <source>the device has not said that it stopped</source>
        <translation>l’appareil n’a pas dit qu’elle s’est arrêtée</translation>
    </message>
    <message>
        <source>Not everything is in the package: at “%1” its size reached %2. Its summary says what is missing; “-size” allows more.</source>
        <translation>Le package n’est pas complet&#x202f;: à «&#x202f;%1&#x202f;», sa taille a atteint %2. Son résumé indique ce qui manque&#x202f;; «&#x202f;-size&#x202f;» en permet davantage.</translation>
    </message>
    <message>
        <source>Not everything is in the package: at “%1” the time for it, %2, was over. Its summary says what is missing; “-time” allows more.</source>
        <translation>Le package n’est pas complet&#x202f;: à «&#x202f;%1&#x202f;», le temps prévu, %2, était écoulé. Son résumé indique ce qui manque&#x202f;; «&#x202f;-time&#x202f;» en permet davantage.</translation>
    </message>
    <message>
        <source>Somebody hides the process %1: something is mounted over its folder in /proc.</source>
        <translation>Quelqu’un cache le processus %1&#x202f;: quelque chose est monté par-dessus son dossier dans /proc.</translation>
    </message>
    <message>
        <source>“%1” is too long for this system: a name in it has more than 255 bytes, or the path has more than 4,095.</source>
        <translation>«&#x202f;%1&#x202f;» est trop long pour ce système&#x202f;: un nom y dépasse 255 octets, ou le chemin en dépasse 4 095.</translation>
    </message>
    <message>
        <source>tcp, udp, raw, sctp…, with a 6 for IPv6; packet, netlink, vsock, or the kind of Unix socket</source>
        <translation>tcp, udp, raw, sctp…, suivi de 6 pour IPv6&#x202f;; packet, netlink, vsock, ou le type de socket Unix</translation>
    </message>
    <message>
        <source>what families without addresses have instead: the network interface and protocol a socket listens to, the ends of a virtual machine’s socket…</source>
        <translation>ce qu’ont à la place les familles sans adresses&#x202f;: l’interface réseau et le protocole qu’un socket écoute, les extrémités d’un socket de machine virtuelle…</translation>
    </message>
    <message>
        <source>what it starts: command and arguments of each action, and what cron writes to its standard input</source>
        <translation>ce qu’elle lance&#x202f;: commande et arguments de chaque action, et ce que cron écrit sur son entrée standard</translation>
    </message>
    <message>
        <source>the variables that are set for it where it is written; SHELL, BASH_ENV and the like decide what runs</source>
        <translation>les variables définies pour elle là où elle est écrite&#x202f;; SHELL, BASH_ENV et autres décident de ce qui s’exécute</translation>
    </message>
    <message>
        <source>the time zone that is written for its schedule; Debian’s cron does not know it and goes by the device’s</source>
        <translation>le fuseau horaire écrit pour son horaire&#x202f;; le cron de Debian ne le connaît pas et suit celui de l’appareil</translation>
    </message>
    <message>
        <source>the package that owns the file; empty when none does</source>
        <translation>le paquet auquel appartient le fichier&#x202f;; vide s’il n’appartient à aucun</translation>
    </message>
    <message>
        <source>whether packages account for it: the file and what it starts are theirs and unchanged; empty where the device has no database of packages</source>
        <translation>si des paquets l’expliquent&#x202f;: le fichier et ce qu’il lance leur appartiennent et sont inchangés&#x202f;; vide si l’appareil n’a pas de base de paquets</translation>
    </message>
    <message>
        <source>the number of the technique in MITRE ATT&amp;CK, if somebody put it there on purpose</source>
        <translation>le numéro de la technique dans MITRE ATT&amp;CK, si quelqu’un l’a placé là exprès</translation>
    </message>
    <message>
        <source>the files it starts or loads with their packages; of those that none accounts for, the SHA-256 and the first lines</source>
        <translation>les fichiers qu’il lance ou charge et leurs paquets&#x202f;; de ceux qu’aucun n’explique, le SHA-256 et les premières lignes</translation>
    </message>
    <message>
        <source>Process ID</source>
        <translation>ID du processus</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <source>With all that they start</source>
        <translation>Avec tout ce qu’ils lancent</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>These run on</source>
        <translation>Ceux-ci continuent</translation>
    </message>
    <message>
        <source>Whoever runs</source>
        <translation>Qui exécute</translation>
    </message>
    <message>
        <source>Whoever is started as</source>
        <translation>Qui est lancé ainsi</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>Numéro de ligne</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Masquée</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Inode</source>
        <translation>Inode</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Attributes changed</source>
        <translation>Attributs modifiés</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Processes found</source>
        <translation>Processus trouvés</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Groupes de contrôle</translation>
    </message>
    <message>
        <source>Programs kept, whose files were gone</source>
        <translation>Programmes conservés, dont le fichier avait disparu</translation>
    </message>
    <message>
        <source>Sealed in the quarantine</source>
        <translation>Scellé en quarantaine</translation>
    </message>
    <message>
        <source>Before it was</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Now it is</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>systemd calls it</source>
        <translation>État selon systemd</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Non restauré</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Non couvert</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De quoi</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Reachable: the service</source>
        <translation>Joignable&#x202f;: le service</translation>
    </message>
    <message>
        <source>Reachable by policy</source>
        <translation>Joignable selon la stratégie</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propriétaire</translation>
    </message>
    <message>
        <source>time of the last change</source>
        <translation>date de la dernière modification</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>indicateurs</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>mode</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln dossier</numerusform>
            <numerusform>%Ln dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <extracomment>%1 a number, %2 &quot;7 files&quot;: how much of them</extracomment>
        <translation>%1&#x202f;% de %2</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>the value of a fact, as in &quot;Sealed in the quarantine: yes&quot;</extracomment>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>The processes stay ended; nothing starts them again: %1.</source>
        <extracomment>%1 process ids</extracomment>
        <translation>Les processus restent terminés&#x202f;; rien ne les relance&#x202f;: %1.</translation>
    </message>
    <message>
        <source>The baseline “%1” holds no rows of “%2”, but of: %3. Run “%2” without parameters, then “baseline save %1” adds them.</source>
        <translation>La référence «&#x202f;%1&#x202f;» ne contient pas de lignes de «&#x202f;%2&#x202f;», mais de&#x202f;: %3. Lancez «&#x202f;%2&#x202f;» sans paramètres, puis «&#x202f;baseline save %1&#x202f;» les ajoute.</translation>
    </message>
    <message>
        <source>There is no baseline “%1” of “%2”. There are: %3. “baseline save &lt;name&gt;” saves one.</source>
        <translation>Il n’y a pas de référence «&#x202f;%1&#x202f;» pour «&#x202f;%2&#x202f;». Il y a&#x202f;: %3. «&#x202f;baseline save &lt;name&gt;&#x202f;» en enregistre une.</translation>
    </message>
    <message>
        <source>There is no baseline “%1”. Type “baseline” for the list.</source>
        <translation>Il n’y a pas de référence «&#x202f;%1&#x202f;». Tapez «&#x202f;baseline&#x202f;» pour la liste.</translation>
    </message>
    <message>
        <source>“%1” is no baseline, or not a whole one: nothing was compared with it.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas une référence, ou elle est incomplète&#x202f;: rien n’y a été comparé.</translation>
    </message>
    <message>
        <source>There is nothing to save as “%1”: this session has no whole answer yet. Run “processes”, “services” or another of these commands without parameters first.</source>
        <translation>Il n’y a rien à enregistrer comme «&#x202f;%1&#x202f;»&#x202f;: cette session n’a pas encore de réponse complète. Exécutez d’abord «&#x202f;processes&#x202f;», «&#x202f;services&#x202f;» ou une autre de ces commandes sans paramètres.</translation>
    </message>
    <message>
        <source>“%1” does not say whose rows it holds: a baseline is called ….processes.baseline, ….services.baseline and so on.</source>
        <translation>«&#x202f;%1&#x202f;» ne dit pas de quelle commande viennent ses lignes&#x202f;: une référence s’appelle ….processes.baseline, ….services.baseline, etc.</translation>
    </message>
    <message numerus="yes">
        <source>The package is not whole: %n problem(s). The column “problems” says where; its files summary.json and errors.jsonl list each.</source>
        <translation>
            <numerusform>Le package n’est pas complet&#x202f;: %n problème. La colonne «&#x202f;problems&#x202f;» dit où&#x202f;; ses fichiers summary.json et errors.jsonl énumèrent tout.</numerusform>
            <numerusform>Le package n’est pas complet&#x202f;: %n problèmes. La colonne «&#x202f;problems&#x202f;» dit où&#x202f;; ses fichiers summary.json et errors.jsonl énumèrent tout.</numerusform>
        </translation>
    </message>
    <message>
        <source>new, gone or changed since the baseline; only with “-baseline”, which shows nothing else</source>
        <translation>nouveau, disparu ou modifié depuis la référence&#x202f;; seulement avec «&#x202f;-baseline&#x202f;», qui ne montre rien d’autre</translation>
    </message>
    <message>
        <source>what its changed columns were in the baseline, by their names</source>
        <translation>ce qu’étaient dans la référence les colonnes modifiées, par leur nom</translation>
    </message>
    <message>
        <source>what the baseline is called</source>
        <translation>le nom de la référence</translation>
    </message>
    <message>
        <source>the command whose answer it holds</source>
        <translation>la commande dont elle contient la réponse</translation>
    </message>
    <message>
        <source>the device that answered</source>
        <translation>l’appareil qui a répondu</translation>
    </message>
    <message>
        <source>when the device had answered</source>
        <translation>quand l’appareil avait répondu</translation>
    </message>
    <message>
        <source>how many rows it holds</source>
        <translation>combien de lignes elle contient</translation>
    </message>
    <message>
        <source>who saved it</source>
        <translation>qui l’a enregistrée</translation>
    </message>
    <message>
        <source>the number of the command that was answered</source>
        <translation>le numéro de la commande à laquelle il a été répondu</translation>
    </message>
    <message>
        <source>the file of the library that it is</source>
        <translation>le fichier de la bibliothèque qui la contient</translation>
    </message>
    <message>
        <source>Sonde’s own results</source>
        <extracomment>a part of a package: the rows of Sonde&apos;s own commands</extracomment>
        <translation>résultats propres de Sonde</translation>
    </message>
    <message>
        <source>programs and kernel</source>
        <extracomment>a part of a package: what the device&apos;s programs print, and what the kernel says</extracomment>
        <translation>programmes et noyau</translation>
    </message>
    <message>
        <source>body file</source>
        <extracomment>a part of a package: the list of all files with their times</extracomment>
        <translation>bodyfile</translation>
    </message>
    <message>
        <source>files</source>
        <extracomment>a part of a package</extracomment>
        <translation>fichiers</translation>
    </message>
    <message>
        <source>time line</source>
        <extracomment>a part of a package</extracomment>
        <translation>chronologie</translation>
    </message>
    <message>
        <source>waiting for the connection</source>
        <extracomment>what time was spent on while a package was made: nobody took what was made</extracomment>
        <translation>attente de la connexion</translation>
    </message>
    <message>
        <source>a library file with the certificate of a case (PEM): the package is encrypted on the device, and only the case’s private key opens it: openssl cms -decrypt -inform DER -binary -in PACKAGE -inkey KEY -out package.tar.gz</source>
        <translation>un fichier de la bibliothèque avec le certificat d’une affaire (PEM)&#x202f;: le package est chiffré sur l’appareil et seule la clé privée de l’affaire l’ouvre&#x202f;: openssl cms -decrypt -inform DER -binary -in PACKAGE -inkey KEY -out package.tar.gz</translation>
    </message>
    <message>
        <source>the name of a baseline: only what differs from it is shown. What is another one at each start, such as process IDs and start times, is not compared</source>
        <translation>le nom d’une référence&#x202f;: seul ce qui en diffère est montré. Ce qui change à chaque démarrage, comme les ID de processus et les heures de début, n’est pas comparé</translation>
    </message>
    <message>
        <source>“list” (the default), “save” what this session was last told by each of these commands, or “delete”</source>
        <translation>«&#x202f;list&#x202f;» (par défaut), «&#x202f;save&#x202f;» pour enregistrer ce que chacune de ces commandes a dit en dernier dans cette session, ou «&#x202f;delete&#x202f;»</translation>
    </message>
    <message>
        <source>the baseline; saved again under the same name it gets another version</source>
        <translation>la référence&#x202f;; enregistrée de nouveau sous le même nom, elle reçoit une nouvelle version</translation>
    </message>
    <message>
        <source>No baseline was saved.</source>
        <translation>Aucune référence n’a été enregistrée.</translation>
    </message>
    <message>
        <source>Nothing differs from the baseline “%1”.</source>
        <translation>Rien ne diffère de la référence «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>completed in part</source>
        <extracomment>outcome of a command that ran to its end, and could not do or see all that was asked for</extracomment>
        <translation>terminée en partie</translation>
    </message>
    <message>
        <source>That was too much in a short time. Nothing was done. Try again in %1 s.</source>
        <translation>C’était trop en peu de temps. Rien n’a été fait. Réessayez dans %1 s.</translation>
    </message>
    <message>
        <source>This is a session of %1. Only they and administrators can read it or work in it.</source>
        <translation>C’est une session de %1. Seuls cette personne et les administrateurs peuvent la lire ou y travailler.</translation>
    </message>
    <message>
        <source>In what could be seen, nothing differs from the baseline “%1”.</source>
        <translation>Dans ce qui a pu être vu, rien ne diffère de la référence «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” was not wholly looked at: it holds more than %2, and no more is looked at. Look into it by itself.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été examiné en entier&#x202f;: il contient plus de %2 éléments, et le reste n’est pas examiné. Examinez-le à part.</translation>
    </message>
    <message>
        <source>“%1” was not read, and others may not have been: of files that nothing vouches for no more than %2 is read. Look into it by itself.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été lu, et d’autres peut-être non plus&#x202f;: des fichiers dont rien ne garantit l’origine, pas plus de %2 ne sont lus. Examinez-le à part.</translation>
    </message>
    <message>
        <source>“%1” was not touched: it holds much more than what starts something. Name the line that is to be taken away, for the twelfth one: “remediate persistence %1:12”.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été touché&#x202f;: il contient bien plus que ce qui lance quelque chose. Nommez la ligne à retirer, pour la douzième&#x202f;: «&#x202f;remediate persistence %1:12&#x202f;».</translation>
    </message>
    <message>
        <source>how the system follows it: simple, oneshot, forking…; sysv and openrc are scripts, and upstart, runit, s6 and dinit other programs that start services</source>
        <translation>comment le système le suit&#x202f;: simple, oneshot, forking…&#x202f;; sysv et openrc sont des scripts, upstart, runit, s6 et dinit d’autres programmes qui lancent des services</translation>
    </message>
    <message>
        <source>what kind of driver it is; on Linux a kernel module, one that hides itself from the list of modules (hidden), or built into the kernel</source>
        <translation>de quel type de pilote il s’agit&#x202f;; sous Linux un module du noyau, un module qui se cache de la liste des modules (hidden), ou intégré au noyau</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>“%1” was not taken into the library: checking it took more time or memory than there is for that, or brought the checker down. Split it into several files.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été ajouté à la bibliothèque&#x202f;: sa vérification a demandé plus de temps ou de mémoire qu’il n’y en a pour cela, ou a fait tomber le vérificateur. Répartissez-le en plusieurs fichiers.</translation>
    </message>
    <message>
        <source>memory</source>
        <extracomment>a part of a package: an image of the device&apos;s memory</extracomment>
        <translation>mémoire</translation>
    </message>
    <message numerus="yes">
        <source>%1 The agent was restarted after %Ln file(s); the scan went on from there.</source>
        <extracomment>%1 the sentences before; of a scan</extracomment>
        <translation>
            <numerusform>%1 L’agent a été redémarré après %Ln fichier&#x202f;; l’analyse a repris à partir de là.</numerusform>
            <numerusform>%1 L’agent a été redémarré après %Ln fichiers&#x202f;; l’analyse a repris à partir de là.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists the baselines of the library, and saves the latest whole answers of this session as one: processes, services, connections, drivers, scheduled tasks and persistence. “-baseline &lt;name&gt;” at one of these commands then shows only what is new, gone or changed, on this device or on another. A security administrator saves and deletes them, as all files of the library.</source>
        <translation>Liste les références de la bibliothèque et enregistre comme telle les dernières réponses complètes de cette session&#x202f;: processus, services, connexions, pilotes, tâches planifiées et persistance. «&#x202f;-baseline &lt;name&gt;&#x202f;» à l’une de ces commandes ne montre ensuite que ce qui est nouveau, disparu ou modifié, sur cet appareil ou sur un autre. Un administrateur de sécurité les enregistre et les supprime, comme tous les fichiers de la bibliothèque.</translation>
    </message>
    <message>
        <source>Lists the files in the library, or deletes one, which a security administrator may.</source>
        <translation>Affiche les fichiers de la bibliothèque, ou en supprime un, ce que peut un administrateur de sécurité.</translation>
    </message>
    <message>
        <source>Scans files with ClamAV, with the library’s YARA rules and with its lists of hashes. When the agent is restarted meanwhile, the scan goes on where it was.</source>
        <translation>Analyse des fichiers avec ClamAV, avec les règles YARA de la bibliothèque et avec ses listes de hachages. Si l’agent est redémarré entre-temps, l’analyse reprend là où elle en était.</translation>
    </message>
    <message>
        <source>also take an image of the memory (LiME), where the device’s kernel lets it be read; “-size” has to have room for all of it</source>
        <translation>prend aussi une image de la mémoire (LiME), si le noyau de l’appareil permet de la lire&#x202f;; «&#x202f;-size&#x202f;» doit laisser assez de place pour toute l’image</translation>
    </message>
    <message>
        <source>nobody would be left who administers users</source>
        <translation>il ne resterait personne pour administrer les utilisateurs</translation>
    </message>
    <message>
        <source>the journal ends before this entry, which it had</source>
        <translation>le journal finit avant cette entrée, qu’il avait</translation>
    </message>
    <message>
        <source>this entry is another one than it was</source>
        <translation>cette entrée n’est plus celle qu’elle était</translation>
    </message>
    <message>
        <source>it is no line that “journal --head” printed</source>
        <translation>ce n’est pas une ligne que «&#x202f;journal --head&#x202f;» a affichée</translation>
    </message>
    <message>
        <source>This file was not sent: %1 are on their way already, and no more are sent at the same time. Try again when one has arrived.</source>
        <translation>Ce fichier n’a pas été envoyé&#x202f;: %1 sont déjà en route, et pas plus ne partent en même temps. Réessayez quand l’un d’eux sera arrivé.</translation>
    </message>
    <message>
        <source>“%1” does not fit here. Possible values: %2</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas sa place ici. Valeurs possibles&#x202f;: %2</translation>
    </message>
    <message>
        <source>“%1” takes a number from %2 to %3.</source>
        <translation>«&#x202f;%1&#x202f;» accepte un nombre de %2 à %3.</translation>
    </message>
    <message>
        <source>Not everything could be read. In what could: %1</source>
        <extracomment>%1 is a sentence: There is no file “x” in “/y” or below.</extracomment>
        <translation>Tout n’a pas pu être lu. Dans ce qui l’a été&#x202f;: %1</translation>
    </message>
    <message>
        <source>“%1” needs the permission “%2”, which your role does not give. The role “%3” gives it; a global administrator can change yours.</source>
        <translation>«&#x202f;%1&#x202f;» exige l’autorisation «&#x202f;%2&#x202f;», que votre rôle ne donne pas. Le rôle «&#x202f;%3&#x202f;» la donne&#x202f;; un administrateur général peut changer le vôtre.</translation>
    </message>
    <message>
        <source>The device group “%1” has the automation level “No automated response”: there is no live response. Whoever manages device groups can change it.</source>
        <translation>Le groupe d’appareils «&#x202f;%1&#x202f;» a le niveau de correction automatique «&#x202f;Aucune réponse automatique&#x202f;»&#x202f;: il n’y a pas de réponse en direct. Qui gère les groupes d’appareils peut le changer.</translation>
    </message>
    <message>
        <source>This device never does “%1”, whoever asks: its own configuration says so. Only its administrator can change that, on the device.</source>
        <translation>Cet appareil ne fait jamais «&#x202f;%1&#x202f;», qui que ce soit qui le demande&#x202f;: sa propre configuration l’interdit. Seul son administrateur peut changer cela, sur l’appareil.</translation>
    </message>
    <message>
        <source>This needs the permission “%1”, which the role “%2” gives. A global administrator can give it to you.</source>
        <translation>Il faut l’autorisation «&#x202f;%1&#x202f;», que donne le rôle «&#x202f;%2&#x202f;». Un administrateur général peut vous l’attribuer.</translation>
    </message>
    <message>
        <source>This needs the permission “%1”, and your role does not give it for the device group “%2”. A global administrator can change that.</source>
        <translation>Il faut l’autorisation «&#x202f;%1&#x202f;», et votre rôle ne la donne pas pour le groupe d’appareils «&#x202f;%2&#x202f;». Un administrateur général peut changer cela.</translation>
    </message>
    <message>
        <source>This needs the permission “%1” for the whole tenant; your role gives it for some device groups only. A global administrator can change that.</source>
        <translation>Il faut l’autorisation «&#x202f;%1&#x202f;» pour tout le locataire&#x202f;; votre rôle ne la donne que pour certains groupes d’appareils. Un administrateur général peut changer cela.</translation>
    </message>
    <message>
        <source>There is no device group “%1”.</source>
        <translation>Il n’y a pas de groupe d’appareils «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>There is already a device group “%1”. Choose another name.</source>
        <translation>Il y a déjà un groupe d’appareils «&#x202f;%1&#x202f;». Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The device group “%1” cannot be removed: these roles are for it: %2. Change them first.</source>
        <translation>Le groupe d’appareils «&#x202f;%1&#x202f;» ne peut pas être supprimé&#x202f;: ces rôles le visent&#x202f;: %2. Modifiez-les d’abord.</translation>
    </message>
    <message>
        <source>“%1” was not taken: %2 are kept already, and the quota of this tenant is %3. A security administrator can change it in the settings.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été pris&#x202f;: %2 sont déjà conservés, et le quota de ce locataire est de %3. Un administrateur de la sécurité peut le changer dans les paramètres.</translation>
    </message>
    <message>
        <source>There is no role “%1”.</source>
        <translation>Il n’y a pas de rôle «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>There is already a role “%1”. Choose another name.</source>
        <translation>Il y a déjà un rôle «&#x202f;%1&#x202f;». Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The role “%1” cannot be removed: these users have it: %2. Give them another one first.</source>
        <translation>Le rôle «&#x202f;%1&#x202f;» ne peut pas être supprimé&#x202f;: ces utilisateurs l’ont&#x202f;: %2. Donnez-leur-en d’abord un autre.</translation>
    </message>
    <message>
        <source>The device group allows live response</source>
        <translation>Le groupe d’appareils permet la réponse en direct</translation>
    </message>
    <message>
        <source>Permission: %1</source>
        <extracomment>what somebody must be allowed to use this command</extracomment>
        <translation>Autorisation&#x202f;: %1</translation>
    </message>
    <message>
        <source>(your role does not give it here; a global administrator can change that)</source>
        <translation>(votre rôle ne la donne pas ici&#x202f;; un administrateur général peut changer cela)</translation>
    </message>
    <message>
        <source>it is a built-in role, which nobody can change</source>
        <translation>c’est un rôle intégré, que personne ne peut modifier</translation>
    </message>
    <message>
        <source>it is the group of the devices that no other takes</source>
        <translation>c’est le groupe des appareils qu’aucun autre ne prend</translation>
    </message>
    <message>
        <source>nobody has changed it</source>
        <translation>personne ne l’a modifié</translation>
    </message>
    <message>
        <source>it is no certificate in PEM</source>
        <translation>ce n’est pas un certificat au format PEM</translation>
    </message>
    <message>
        <source>a rule without any value takes no device</source>
        <translation>une règle sans aucune valeur ne prend aucun appareil</translation>
    </message>
    <message>
        <source>The automation level of ungrouped devices; with “none” there is no live response.</source>
        <translation>Le niveau de correction automatique des appareils non groupés&#x202f;; avec «&#x202f;none&#x202f;», il n’y a pas de réponse en direct.</translation>
    </message>
    <message>
        <source>How much all files of the library may take together.</source>
        <translation>La place que tous les fichiers de la bibliothèque peuvent prendre ensemble.</translation>
    </message>
    <message>
        <source>How much all files brought from devices may take together.</source>
        <translation>La place que tous les fichiers rapportés des appareils peuvent prendre ensemble.</translation>
    </message>
    <message>
        <source>responder</source>
        <extracomment>a role</extracomment>
        <translation>intervenant</translation>
    </message>
    <message>
        <source>analyst</source>
        <extracomment>a role</extracomment>
        <translation>analyste</translation>
    </message>
    <message>
        <source>Ungrouped devices</source>
        <translation>Appareils non groupés</translation>
    </message>
    <message>
        <source>No automated response</source>
        <translation>Aucune réponse automatique</translation>
    </message>
    <message>
        <source>Semi – require approval for all folders</source>
        <translation>Semi – approbation requise pour tous les dossiers</translation>
    </message>
    <message>
        <source>Semi – require approval for core folders</source>
        <translation>Semi – approbation requise pour les dossiers principaux</translation>
    </message>
    <message>
        <source>Semi – require approval for non-temp folders</source>
        <translation>Semi – approbation requise pour les dossiers non temporaires</translation>
    </message>
    <message>
        <source>Full – remediate threats automatically</source>
        <translation>Complet – corriger les menaces automatiquement</translation>
    </message>
    <message>
        <source>read security data</source>
        <translation>lire les données de sécurité</translation>
    </message>
    <message>
        <source>basic live response</source>
        <translation>réponse en direct de base</translation>
    </message>
    <message>
        <source>advanced live response</source>
        <translation>réponse en direct avancée</translation>
    </message>
    <message>
        <source>response</source>
        <extracomment>a permission: to isolate, remediate and undo</extracomment>
        <translation>intervention</translation>
    </message>
    <message>
        <source>file collection</source>
        <translation>collecte de fichiers</translation>
    </message>
    <message>
        <source>manage core security settings</source>
        <translation>gérer les paramètres de sécurité principaux</translation>
    </message>
    <message>
        <source>manage authorization</source>
        <extracomment>a permission: users, roles and device groups</extracomment>
        <translation>gérer les autorisations</translation>
    </message>
    <message>
        <source>read activity</source>
        <translation>lire l’activité</translation>
    </message>
    <message>
        <source>use the library</source>
        <translation>utiliser la bibliothèque</translation>
    </message>
    <message>
        <source>manage the library</source>
        <translation>gérer la bibliothèque</translation>
    </message>
    <message>
        <source>, </source>
        <comment>list</comment>
        <extracomment>between the parts of a list: &quot;a, b, c&quot;</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>Service started</source>
        <translation>Service démarré</translation>
    </message>
    <message>
        <source>Service stopped</source>
        <translation>Service arrêté</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>Utilisateur ajouté</translation>
    </message>
    <message>
        <source>User changed</source>
        <translation>Utilisateur modifié</translation>
    </message>
    <message>
        <source>User signed out by an administrator</source>
        <translation>Utilisateur déconnecté par un administrateur</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Connexion refusée</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Enrolment token made</source>
        <translation>Jeton d’inscription créé</translation>
    </message>
    <message>
        <source>Device enrolled</source>
        <translation>Appareil inscrit</translation>
    </message>
    <message>
        <source>Device removed</source>
        <translation>Appareil retiré</translation>
    </message>
    <message>
        <source>Device online</source>
        <translation>Appareil en ligne</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>Appareil hors ligne</translation>
    </message>
    <message>
        <source>Another connection took over</source>
        <translation>Une autre connexion a pris le relais</translation>
    </message>
    <message>
        <source>Certificate renewed</source>
        <translation>Certificat renouvelé</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Connexion rejetée</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Paramètre modifié</translation>
    </message>
    <message>
        <source>Session started</source>
        <translation>Session ouverte</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Session terminée</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Line refused</source>
        <translation>Ligne refusée</translation>
    </message>
    <message>
        <source>Command cancelled</source>
        <translation>Commande annulée</translation>
    </message>
    <message>
        <source>File found</source>
        <translation>Fichier trouvé</translation>
    </message>
    <message>
        <source>Evidence stored</source>
        <translation>Preuve enregistrée</translation>
    </message>
    <message>
        <source>Evidence downloaded</source>
        <translation>Preuve téléchargée</translation>
    </message>
    <message>
        <source>Library file stored</source>
        <translation>Fichier de bibliothèque enregistré</translation>
    </message>
    <message>
        <source>Library file deleted</source>
        <translation>Fichier de bibliothèque supprimé</translation>
    </message>
    <message>
        <source>Change of the device begun</source>
        <translation>Modification de l’appareil commencée</translation>
    </message>
    <message>
        <source>Change of the device ended</source>
        <translation>Modification de l’appareil terminée</translation>
    </message>
    <message>
        <source>Isolation changed</source>
        <translation>Isolement modifié</translation>
    </message>
    <message>
        <source>Release code made</source>
        <translation>Code de libération créé</translation>
    </message>
    <message>
        <source>Clock set back</source>
        <translation>Horloge reculée</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Rôle modifié</translation>
    </message>
    <message>
        <source>Device group changed</source>
        <translation>Groupe d’appareils modifié</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Étiquettes modifiées</translation>
    </message>
    <message>
        <source>Live response for this server changed</source>
        <translation>Réponse en direct modifiée pour ce serveur</translation>
    </message>
    <message>
        <source>Trusted publisher changed</source>
        <translation>Éditeur approuvé modifié</translation>
    </message>
    <message>
        <source>The journal is not what it was</source>
        <translation>Le journal n’est plus ce qu’il était</translation>
    </message>
    <message>
        <source>underway</source>
        <extracomment>outcome of something that was done</extracomment>
        <translation>en cours</translation>
    </message>
    <message>
        <source>refused</source>
        <extracomment>outcome of something that was done: it never ran, or touched nothing</extracomment>
        <translation>refusé</translation>
    </message>
    <message>
        <source>On this device “%1” needs the approval of a second person, who has to see what would be done: type the line with -plan first, then with -approve and the number of that plan. Nothing was run.</source>
        <translation>Sur cet appareil, «&#x202f;%1&#x202f;» doit être approuvé par une deuxième personne, qui doit voir ce qui serait fait&#x202f;: saisissez d’abord la ligne avec -plan, puis avec -approve et le numéro de ce plan. Rien n’a été exécuté.</translation>
    </message>
    <message>
        <source>%1 has denied “%2”. Nothing was run.</source>
        <translation>%1 a refusé «&#x202f;%2&#x202f;». Rien n’a été exécuté.</translation>
    </message>
    <message>
        <source>Nobody approved “%1” in time, so it was denied. Nothing was run. Type it again when somebody can look at it.</source>
        <translation>Personne n’a approuvé «&#x202f;%1&#x202f;» à temps&#x202f;: la demande a été refusée. Rien n’a été exécuté. Saisissez-la de nouveau quand quelqu’un pourra l’examiner.</translation>
    </message>
    <message>
        <source>What was approved is not what would be done now: “%1” has changed meanwhile. Nothing was run. Type the line again.</source>
        <translation>Ce qui a été approuvé n’est plus ce qui serait fait&#x202f;: «&#x202f;%1&#x202f;» a changé entre-temps. Rien n’a été exécuté. Saisissez de nouveau la ligne.</translation>
    </message>
    <message>
        <source>The command %1 waits for nobody&apos;s approval: it was decided already, or given up.</source>
        <translation>La commande %1 n’attend aucune approbation&#x202f;: elle a déjà été décidée ou abandonnée.</translation>
    </message>
    <message>
        <source>You cannot take the role “%1” for a time. Whoever manages authorization can make you eligible for it.</source>
        <translation>Vous ne pouvez pas prendre le rôle «&#x202f;%1&#x202f;» temporairement. Qui gère les autorisations peut vous y rendre éligible.</translation>
    </message>
    <message>
        <source>nobody decides about what they themselves asked for</source>
        <translation>personne ne décide de sa propre demande</translation>
    </message>
    <message>
        <source>it needs approval, so somebody has to type it</source>
        <translation>une approbation est nécessaire, quelqu’un doit donc la saisir</translation>
    </message>
    <message>
        <source>a role that was granted for a time grants nothing to others</source>
        <translation>un rôle temporaire ne permet pas d’accorder quoi que ce soit à d’autres</translation>
    </message>
    <message>
        <source>this account is armed only at the service’s own console</source>
        <translation>ce compte ne s’arme qu’à la console du service</translation>
    </message>
    <message>
        <source>a reason has to be given</source>
        <translation>un motif est nécessaire</translation>
    </message>
    <message>
        <source>What a second person has to approve, on all devices; device groups can name more.</source>
        <translation>Ce qu’une deuxième personne doit approuver, sur tous les appareils&#x202f;; les groupes d’appareils peuvent en ajouter.</translation>
    </message>
    <message>
        <source>How long a command waits for approval until it is denied.</source>
        <translation>Combien de temps une commande attend une approbation avant d’être refusée.</translation>
    </message>
    <message>
        <source>VERB [-FLAG], separated by commas</source>
        <extracomment>an example is: remediate, collect -memory</extracomment>
        <translation>VERB [-FLAG], séparés par des virgules</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <extracomment>State of a command: a second person has to approve it</extracomment>
        <translation>en attente d’approbation</translation>
    </message>
    <message>
        <source>approve commands</source>
        <extracomment>a permission: to be the second person whom what others type needs</extracomment>
        <translation>approuver des commandes</translation>
    </message>
    <message>
        <source>Role taken for a time</source>
        <translation>Rôle pris pour un temps</translation>
    </message>
    <message>
        <source>Role for a time ended</source>
        <translation>Fin d’un rôle pris pour un temps</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>Approbation demandée</translation>
    </message>
    <message>
        <source>Approval decided</source>
        <translation>Approbation décidée</translation>
    </message>
    <message>
        <source>Break-glass account armed</source>
        <translation>Compte d’urgence armé</translation>
    </message>
    <message>
        <source>Break-glass account used</source>
        <translation>Compte d’urgence utilisé</translation>
    </message>
    <message>
        <source>Break-glass account ended</source>
        <translation>Fin du compte d’urgence</translation>
    </message>
    <message>
        <source>Enrolment token withdrawn</source>
        <translation>Jeton d’inscription retiré</translation>
    </message>
    <message>
        <source>This needs the permission “%1”, which the role “%2” gives only after a second factor. Nothing was done. Show a code under Tools → Second factor, or with --code-file in sonde-cli, then try again.</source>
        <translation>Il faut pour cela l’autorisation «&#x202f;%1&#x202f;», que le rôle «&#x202f;%2&#x202f;» ne donne qu’après un second facteur. Rien n’a été fait. Présentez un code sous Outils → Second facteur, ou avec --code-file dans sonde-cli, puis réessayez.</translation>
    </message>
    <message>
        <source>You have a second factor already. Show a code of it first, then make another one.</source>
        <translation>Vous avez déjà un second facteur. Présentez d’abord un de ses codes, puis créez-en un autre.</translation>
    </message>
    <message>
        <source>This is not the code of this moment, or it was used already. Wait for the next one; if that is wrong, too, look whether the clock of the device that shows it is right.</source>
        <translation>Ce n’est pas le code du moment, ou il a déjà servi. Attendez le suivant&#x202f;; s’il est refusé aussi, vérifiez l’horloge de l’appareil qui l’affiche.</translation>
    </message>
    <message>
        <source>“%1” has no second factor. Everybody sets up their own: under Tools → Second factor, or with “sonde-cli second-factor enrol”.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas de second facteur. Chacun configure le sien&#x202f;: sous Outils → Second facteur, ou avec «&#x202f;sonde-cli second-factor enrol&#x202f;».</translation>
    </message>
    <message>
        <source>Second factor made</source>
        <translation>Second facteur créé</translation>
    </message>
    <message>
        <source>Second factor confirmed</source>
        <translation>Second facteur confirmé</translation>
    </message>
    <message>
        <source>Second factor removed</source>
        <translation>Second facteur supprimé</translation>
    </message>
    <message>
        <source>Second factor shown</source>
        <translation>Second facteur présenté</translation>
    </message>
    <message>
        <source>Second factor refused</source>
        <translation>Second facteur refusé</translation>
    </message>
    <message>
        <source>(only after a second factor)</source>
        <translation>(seulement après un second facteur)</translation>
    </message>
    <message>
        <source>This will wait for approval by a second person.</source>
        <translation>L’exécution attendra l’approbation d’une deuxième personne.</translation>
    </message>
    <message numerus="yes">
        <source>The output of the command %1 was removed on %2: it is kept for %n day(s) after its session. The journal still has the line, what became of it and the hash of what it printed.</source>
        <translation>
            <numerusform>La sortie de la commande %1 a été supprimée le %2&#x202f;: elle est conservée %n jour après sa session. Le journal garde la ligne, ce qu’elle est devenue et l’empreinte de sa sortie.</numerusform>
            <numerusform>La sortie de la commande %1 a été supprimée le %2&#x202f;: elle est conservée %n jours après sa session. Le journal garde la ligne, ce qu’elle est devenue et l’empreinte de sa sortie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service’s copy of the file that the command %1 brought was removed on %2: it is kept for %n day(s) after its session. The journal still has its path, its size and its hash.</source>
        <translation>
            <numerusform>La copie du service du fichier rapporté par la commande %1 a été supprimée le %2&#x202f;: elle est conservée %n jour après sa session. Le journal garde le chemin, la taille et l’empreinte du fichier.</numerusform>
            <numerusform>La copie du service du fichier rapporté par la commande %1 a été supprimée le %2&#x202f;: elle est conservée %n jours après sa session. Le journal garde le chemin, la taille et l’empreinte du fichier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Content removed by retention</source>
        <translation>Contenu supprimé à la fin de sa conservation</translation>
    </message>
    <message>
        <source>others may read this file; let only its owner (chmod 600)</source>
        <translation>d’autres peuvent lire ce fichier&#x202f;; réservez-le à son propriétaire (chmod 600)</translation>
    </message>
    <message>
        <source>its first line, which is the password or token, is empty</source>
        <translation>sa première ligne, celle du mot de passe ou du jeton, est vide</translation>
    </message>
    <message>
        <source>the two passwords differ; nothing was changed</source>
        <translation>les deux mots de passe diffèrent&#x202f;; rien n’a été modifié</translation>
    </message>
    <message>
        <source>a tenant’s address looks like https://host:port</source>
        <translation>l’adresse d’un locataire s’écrit https://hôte:port</translation>
    </message>
    <message>
        <source>How long what commands print is kept after their session has closed; 0 keeps it for ever.</source>
        <translation>Pendant combien de temps la sortie des commandes est conservée après la fin de leur session&#x202f;; 0 la conserve indéfiniment.</translation>
    </message>
    <message>
        <source>How long files brought from devices are kept after their session has closed; 0 keeps them for ever.</source>
        <translation>Pendant combien de temps les fichiers rapportés des appareils sont conservés après la fin de leur session&#x202f;; 0 les conserve indéfiniment.</translation>
    </message>
    <message>
        <source>“%1” does not exist on the device, and this command takes no pattern. Use “findfile” to look for names.</source>
        <translation>«&#x202f;%1&#x202f;» n’existe pas sur l’appareil, et cette commande n’accepte pas de motif. Utilisez «&#x202f;findfile&#x202f;» pour chercher des noms.</translation>
    </message>
    <message>
        <source>Nothing on the device matches “%1”.</source>
        <translation>Rien sur l’appareil ne correspond à «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>Nothing was scanned in “%1”.</source>
        <translation>Rien n’a été analysé dans «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>Nothing was scanned.</source>
        <translation>Rien n’a été analysé.</translation>
    </message>
    <message>
        <source>“%1” was not touched: the agent was restarted since this session began, and does not know what was looked at before. Type “%2” first, or add -auto.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été touché&#x202f;: l’agent a été relancé depuis le début de cette session et ne sait plus ce qui avait été regardé. Tapez d’abord «&#x202f;%2&#x202f;», ou ajoutez -auto.</translation>
    </message>
    <message>
        <source>“%1” was taken away when something else was remediated. Type “%2” to undo that: it brings the file back.</source>
        <translation>«&#x202f;%1&#x202f;» a été retiré lors d’une autre correction. Tapez «&#x202f;%2&#x202f;» pour la restaurer&#x202f;: le fichier reviendra.</translation>
    </message>
    <message>
        <source>the file, process or unit that this step is about; of a list, what was touched besides</source>
        <translation>le fichier, le processus ou l’unité dont il s’agit à cette étape&#x202f;; dans une liste, ce qui a été touché en plus</translation>
    </message>
    <message>
        <source>Output cannot be piped into another program. Filter its rows in the window, or write it to a file with “&gt;”.</source>
        <translation>La sortie ne peut pas être envoyée à un autre programme par un tube. Filtrez ses lignes dans la fenêtre, ou écrivez-la dans un fichier avec «&#x202f;&gt;&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” and “%2” exclude each other. Keep one of them.</source>
        <translation>«&#x202f;%1&#x202f;» et «&#x202f;%2&#x202f;» s’excluent. Gardez l’un des deux.</translation>
    </message>
    <message>
        <source>%1 has held a session on this device since %2. Ask them to disconnect, or open it from the device’s recent sessions and disconnect it.</source>
        <translation>%1 tient une session sur cet appareil depuis le %2. Demandez-lui de la déconnecter, ou ouvrez-la depuis les sessions récentes de l’appareil et déconnectez-la.</translation>
    </message>
    <message>
        <source>This password is too short. Choose one of at least %1 characters.</source>
        <translation>Ce mot de passe est trop court. Choisissez-en un d’au moins %1 caractères.</translation>
    </message>
    <message>
        <source>“%1” was left as it is: nobody would be left who administers users. Give somebody else the role “%2” first.</source>
        <translation>«&#x202f;%1&#x202f;» est resté tel quel&#x202f;: il ne resterait personne pour administrer les utilisateurs. Donnez d’abord le rôle «&#x202f;%2&#x202f;» à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>planned only</source>
        <extracomment>outcome of a command that changes devices: it only made a plan</extracomment>
        <translation>plan seul</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <extracomment>outcome of a getfile: the service has the file, this computer has not</extracomment>
        <translation>non téléchargée</translation>
    </message>
    <message>
        <source>a program below a directory in which everybody may put files</source>
        <translation>un programme sous un répertoire où tout le monde peut déposer des fichiers</translation>
    </message>
    <message>
        <source>no word for %1</source>
        <extracomment>of a connection that may be lost; %1: a span of time, &quot;40 s&quot;</extracomment>
        <translation>sans nouvelles depuis %1</translation>
    </message>
    <message>
        <source>The two passwords differ, and nothing was changed. Give the command again.</source>
        <translation>Les deux mots de passe diffèrent et rien n’a été modifié. Relancez la commande.</translation>
    </message>
    <message>
        <source>“%1” needs the permission “%2”, which your role does not give. You may take the role “%3” for a time, which gives it: under Tools → Take a role for a time, or with “sonde-cli elevate”.</source>
        <translation>«&#x202f;%1&#x202f;» exige l’autorisation «&#x202f;%2&#x202f;», que votre rôle ne donne pas. Vous pouvez prendre pour un temps le rôle «&#x202f;%3&#x202f;», qui la donne&#x202f;: sous Outils → Prendre un rôle pour un temps, ou avec «&#x202f;sonde-cli elevate&#x202f;».</translation>
    </message>
    <message>
        <source>Nothing was done: this is the session of %1, which you only watch. Open it in the window and choose “Act in the session of %1…” first.</source>
        <translation>Rien n’a été fait&#x202f;: c’est la session de %1, que vous ne faites que regarder. Ouvrez-la dans la fenêtre et choisissez d’abord «&#x202f;Agir dans la session de %1…&#x202f;».</translation>
    </message>
    <message>
        <source>This needs the permission “%1”. You may take the role “%2” for a time, which gives it: under Tools → Take a role for a time, or with “sonde-cli elevate”.</source>
        <translation>Il faut pour cela l’autorisation «&#x202f;%1&#x202f;». Vous pouvez prendre pour un temps le rôle «&#x202f;%2&#x202f;», qui la donne&#x202f;: sous Outils → Prendre un rôle pour un temps, ou avec «&#x202f;sonde-cli elevate&#x202f;».</translation>
    </message>
    <message>
        <source>This needs the permission “%1”, which your role does not give here. You may take the role “%2” for a time, which does: under Tools → Take a role for a time, or with “sonde-cli elevate”.</source>
        <translation>Il faut pour cela l’autorisation «&#x202f;%1&#x202f;», que votre rôle ne donne pas ici. Vous pouvez prendre pour un temps le rôle «&#x202f;%2&#x202f;», qui la donne&#x202f;: sous Outils → Prendre un rôle pour un temps, ou avec «&#x202f;sonde-cli elevate&#x202f;».</translation>
    </message>
    <message>
        <source>Acts in another’s session</source>
        <translation>Agit dans la session d’un autre</translation>
    </message>
    <message>
        <source>Acts in another’s session no more</source>
        <translation>N’agit plus dans la session d’un autre</translation>
    </message>
    <message>
        <source>whoever acts in the session of somebody else says so first</source>
        <translation>qui agit dans la session d’un autre l’annonce d’abord</translation>
    </message>
    <message>
        <source>“%1” is in use and is still there. It goes into quarantine when the device is restarted next.</source>
        <translation>«&#x202f;%1&#x202f;» est utilisé et se trouve toujours là. Il sera mis en quarantaine au prochain redémarrage de l’appareil.</translation>
    </message>
    <message>
        <source>Registry as programs of so many bits see it</source>
        <translation>Registre tel que le voient les programmes de ce nombre de bits</translation>
    </message>
    <message>
        <source>Services that stop and start with it</source>
        <translation>Services arrêtés et démarrés avec lui</translation>
    </message>
    <message>
        <source>When the device is restarted next</source>
        <translation>Au prochain redémarrage de l’appareil</translation>
    </message>
    <message>
        <source>access control list</source>
        <translation>liste de contrôle d’accès</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>attributs</translation>
    </message>
    <message>
        <source>registry entry</source>
        <extracomment>what an act is about: a key of Windows&apos; registry, or a value in it</extracomment>
        <translation>entrée du registre</translation>
    </message>
    <message>
        <source>Restore this registry entry?</source>
        <translation>Restaurer cette entrée du registre&#x202f;?</translation>
    </message>
    <message>
        <source>Remediate this registry entry?</source>
        <translation>Corriger cette entrée du registre&#x202f;?</translation>
    </message>
    <message>
        <source>Stop the service</source>
        <translation>Arrêter le service</translation>
    </message>
    <message>
        <source>Start the service</source>
        <translation>Démarrer le service</translation>
    </message>
    <message>
        <source>Disable the service, so that nothing can start it</source>
        <translation>Désactiver le service, pour que rien ne puisse le démarrer</translation>
    </message>
    <message>
        <source>Let the service start as before</source>
        <translation>Rétablir le démarrage du service</translation>
    </message>
    <message>
        <source>Remove the scheduled task</source>
        <translation>Retirer la tâche planifiée</translation>
    </message>
    <message>
        <source>Put the scheduled task back</source>
        <translation>Remettre la tâche planifiée en place</translation>
    </message>
    <message>
        <source>Remove the registry entry</source>
        <translation>Retirer l’entrée du registre</translation>
    </message>
    <message>
        <source>Put the registry entry back</source>
        <translation>Remettre l’entrée du registre en place</translation>
    </message>
    <message>
        <source>when it was written last</source>
        <extracomment>of a registry key, in a list of what cannot be restored</extracomment>
        <translation>la date de sa dernière écriture</translation>
    </message>
    <message>
        <source>In use, and not to be moved now: it goes when the device is restarted next: %1.</source>
        <extracomment>%1 paths</extracomment>
        <translation>Utilisé, donc impossible à déplacer maintenant&#x202f;: il le sera au prochain redémarrage de l’appareil&#x202f;: %1.</translation>
    </message>
    <message>
        <source>it is in use, and goes at the next restart of the device</source>
        <translation>il est utilisé et sera déplacé au prochain redémarrage de l’appareil</translation>
    </message>
    <message>
        <source>You have held a session on this device yourself since %1. Go on in that one, in its window or with “sonde-cli sessions run”, or disconnect it first.</source>
        <translation>Vous tenez vous-même une session sur cet appareil depuis %1. Continuez dans celle-ci, dans sa fenêtre ou avec «&#x202f;sonde-cli sessions run&#x202f;», ou déconnectez-la d’abord.</translation>
    </message>
    <message>
        <source>This session was closed by %1. Start a new live response session on the device.</source>
        <translation>Cette session a été fermée par %1. Lancez une nouvelle session de réponse en direct sur l’appareil.</translation>
    </message>
    <message>
        <source>You typed the command %1 yourself, so somebody else has to decide about it: whoever else may approve commands on its device. It still waits.</source>
        <translation>Vous avez vous-même saisi la commande %1&#x202f;: quelqu’un d’autre doit en décider, qui peut approuver des commandes sur son appareil. Elle attend toujours.</translation>
    </message>
    <message>
        <source>“%1” needs the approval of a second person here, so it is not done by itself. Type it to ask for that.</source>
        <translation>Ici, «&#x202f;%1&#x202f;» demande l’approbation d’une deuxième personne et ne se fait donc pas tout seul. Tapez-le pour la demander.</translation>
    </message>
    <message>
        <source>“%1” was left as it is: a role that you hold for a time grants nothing to others. Somebody who holds it for good can do it.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été modifié&#x202f;: un rôle que vous avez pour un temps n’accorde rien à d’autres. Quelqu’un qui l’a durablement peut le faire.</translation>
    </message>
    <message>
        <source>“%1” was left as it is: this account is armed only at the service’s own console.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été modifié&#x202f;: ce compte ne s’arme qu’à la console du service lui-même.</translation>
    </message>
    <message>
        <source>This role was left as it is: it is built in, and nobody can change it. Add a role of your own instead.</source>
        <translation>Ce rôle n’a pas été modifié&#x202f;: il est intégré et personne ne peut le modifier. Ajoutez plutôt un rôle à vous.</translation>
    </message>
    <message>
        <source>This device group was left as it is: it takes the devices that no other group takes, and nobody can change it. Add a group of your own instead.</source>
        <translation>Ce groupe d’appareils n’a pas été modifié&#x202f;: il reçoit les appareils qu’aucun autre groupe ne prend, et personne ne peut le modifier. Ajoutez plutôt un groupe à vous.</translation>
    </message>
    <message>
        <source>Line denied</source>
        <extracomment>what was done: a second person did not let somebody&apos;s line run</extracomment>
        <translation>Ligne refusée à l’approbation</translation>
    </message>
    <message>
        <source>Line approved</source>
        <translation>Ligne approuvée</translation>
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
    <message>
        <source>taken over by %1</source>
        <extracomment>How a session ended; %1 a user</extracomment>
        <translation>reprise par %1</translation>
    </message>
    <message>
        <source>closed by %1</source>
        <extracomment>How a session ended; %1 a user, who is not the one who opened it</extracomment>
        <translation>fermée par %1</translation>
    </message>
    <message>
        <source>closed by the service, after a change by %1</source>
        <extracomment>How a session ended; %1 a user, who changed what its owner may do, or removed the device</extracomment>
        <translation>fermée par le service, après une modification faite par %1</translation>
    </message>
    <message>
        <source>for ever</source>
        <extracomment>how long something is kept</extracomment>
        <translation>sans limite</translation>
    </message>
</context>
</TS>
